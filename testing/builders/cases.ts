import { acceptCase, type Acceptance } from '../../src/app/case/accept-case.ts';
import { confirmDecision } from '../../src/app/case/confirm-decision.ts';
import { editCase, type StoredEvidence } from '../../src/app/case/edit-case.ts';
import { openCase } from '../../src/app/case/open-case.ts';
import { proposeDecision, type Proposal } from '../../src/app/case/propose-decision.ts';
import { recordPayment } from '../../src/app/case/record-payment.ts';
import { returnCase, type CaseReturn } from '../../src/app/case/return-case.ts';
import { submitCase } from '../../src/app/case/submit-case.ts';
import type { IssuedLabel } from '../../src/app/label/issue-label.ts';
import type { Application } from '../../src/core/case/application.ts';
import type { Receipt } from '../../src/core/case/receipt.ts';
import type { CaseId } from '../../src/core/kernel/ids.ts';
import { findCase } from '../../src/db/cases.ts';
import { completeApplication, evidenceNames, setFor, type ApplicationOverrides } from './application.ts';
import { okOf, type World } from './world.ts';

/** A case some way along, with what is needed to go on. */
type CaseAt = { readonly id: CaseId; readonly applicationNumber: string; readonly application: Application };

/** Stores a text as a file and answers with it under a name. */
export async function storedText(world: World, name: string, text = `evidence ${name}`): Promise<StoredEvidence> {
  const stored = okOf(await world.deps.files.put(Buffer.from(text), 1_000_000));
  return { name, ...stored, mediaType: 'text/plain' };
}

/** The version a case has now: what somebody who has just read it would name. */
export async function versionOf(world: World, id: CaseId): Promise<number> {
  const row = await findCase(world.deps.db.kysely, id);
  if (row === undefined) throw new Error(`no case ${id}`);
  return row.version;
}

/** A draft of the vendor that lacks nothing: complete answers, every evidence file attached. */
export async function aDraft(world: World, overrides: ApplicationOverrides = {}): Promise<CaseAt> {
  const { deps, scheme, people, organisations } = world;
  const application = completeApplication(scheme, world.today(), overrides);
  const { set } = setFor(scheme, world.today(), overrides);
  const opened = okOf(await openCase(deps, people.editor, { vendor: organisations.vendor, level: set.level }));
  const attach = await Promise.all(evidenceNames(application).map((name) => storedText(world, name)));
  okOf(await editCase(deps, people.editor, { id: opened.id, version: 1, application, attach }));
  return { ...opened, application };
}

/** Submits a case as it stands, by the vendor's signatory. */
export async function submitted(world: World, id: CaseId): Promise<Receipt> {
  return okOf(await submitCase(world.deps, world.people.signatory, { id, version: await versionOf(world, id) }));
}

/** A complete application, submitted. */
export async function aSubmittedCase(
  world: World,
  overrides: ApplicationOverrides = {},
): Promise<CaseAt & { readonly receipt: Receipt }> {
  const draft = await aDraft(world, overrides);
  return { ...draft, receipt: await submitted(world, draft.id) };
}

/** A submitted case returned by officer A, for the product section unless told otherwise. */
export async function aReturnedCase(
  world: World,
  items: CaseReturn['items'] = [{ item: 'product', remark: '型番を確かめてください。' }],
): Promise<CaseAt> {
  const at = await aSubmittedCase(world);
  okOf(await returnCase(world.deps, world.people.officerA, { id: at.id, items }));
  return at;
}

/** A submitted case accepted by officer A, its fee due. */
export async function anAcceptedCase(
  world: World,
  overrides: ApplicationOverrides = {},
): Promise<CaseAt & { readonly acceptance: Acceptance }> {
  const at = await aSubmittedCase(world, overrides);
  return { ...at, acceptance: okOf(await acceptCase(world.deps, world.people.officerA, { id: at.id })) };
}

/** An accepted case whose fee has arrived: it awaits the label decision. */
export async function aPaidCase(world: World, overrides: ApplicationOverrides = {}): Promise<CaseAt> {
  const at = await anAcceptedCase(world, overrides);
  okOf(await recordPayment(world.deps, world.people.officerA, { id: at.id }));
  return at;
}

/** A paid case whose label officer B proposes to grant, unless told otherwise. */
export async function aProposedCase(
  world: World,
  { proposal, ...overrides }: ApplicationOverrides & { readonly proposal?: Partial<Omit<Proposal, 'id'>> } = {},
): Promise<CaseAt> {
  const at = await aPaidCase(world, overrides);
  okOf(await proposeDecision(world.deps, world.people.officerB, { outcome: 'grant', ...proposal, id: at.id }));
  return at;
}

/** A granted case: accepted by officer A, proposed by B, confirmed by C. */
export async function aGrantedCase(
  world: World,
  overrides: ApplicationOverrides & { readonly proposal?: Partial<Omit<Proposal, 'id'>> } = {},
): Promise<CaseAt & { readonly label: IssuedLabel }> {
  const at = await aProposedCase(world, overrides);
  const decided = okOf(await confirmDecision(world.deps, world.people.officerC, { id: at.id }));
  if (decided.outcome !== 'grant') throw new Error('the label was refused');
  return { ...at, label: decided.label };
}
