import { acceptCase } from '../../src/app/case/accept-case.ts';
import { confirmDecision } from '../../src/app/case/confirm-decision.ts';
import { declineCase } from '../../src/app/case/decline-case.ts';
import { discontinueCase } from '../../src/app/case/discontinue-case.ts';
import { editCase } from '../../src/app/case/edit-case.ts';
import { findCase } from '../../src/app/case/find-case.ts';
import { importApplication } from '../../src/app/case/import-application.ts';
import { openCase } from '../../src/app/case/open-case.ts';
import { proposeDecision } from '../../src/app/case/propose-decision.ts';
import { recordPayment } from '../../src/app/case/record-payment.ts';
import { requestProvisionalNumber } from '../../src/app/case/request-provisional-number.ts';
import { returnCase } from '../../src/app/case/return-case.ts';
import { submitCase } from '../../src/app/case/submit-case.ts';
import { withdrawProposal } from '../../src/app/case/withdraw-proposal.ts';
import type { PersonActor } from '../../src/core/access/actor.ts';
import type { Result } from '../../src/core/kernel/result.ts';
import { criterionToReturn, halfDone, mended } from './draft-stages.ts';
import type { StoryAct } from './endings.ts';
import { mustSucceed } from './must-succeed.ts';
import {
  actorFor,
  applicant,
  officer,
  openedCase,
  storeFiles,
  registeredVendor,
  writeApplication,
  type Telling,
} from './telling.ts';

const SHORTENED = '申請者の申し出により、サポートの終了日までを有効期間とします。';
const SUPPORT_REMARK = 'サポートの終了をどのように知らせるかを書き添えてください。';

function addedFile(telling: Telling): string {
  return `${telling.plan.product?.code ?? ''}_追加の試験記録.txt`;
}

function byEditor(telling: Telling): Promise<PersonActor> {
  return actorFor(telling.deps, applicant(telling, 'vendor-editor'));
}

function bySignatory(telling: Telling): Promise<PersonActor> {
  return actorFor(telling.deps, applicant(telling, 'vendor-signatory'));
}

function byOfficer(telling: Telling, part: 'checks' | 'confirms'): Promise<PersonActor> {
  return actorFor(telling.deps, officer(telling, part));
}

async function currentCase(telling: Telling, actor: PersonActor) {
  return mustSucceed(await findCase(telling.deps, actor, openedCase(telling)), 'reading the case');
}

async function open(telling: Telling): Promise<Result<unknown, unknown>> {
  const input = { vendor: registeredVendor(telling), level: telling.plan.level };
  const opened = await openCase(telling.deps, await byEditor(telling), input);
  if (opened.ok) telling.case = opened.value.id;
  return opened;
}

async function fill(telling: Telling, part: 'half' | 'whole'): Promise<Result<unknown, unknown>> {
  const actor = await byEditor(telling);
  const { application, files } = writeApplication(telling);
  const { row } = await currentCase(telling, actor);
  return editCase(telling.deps, actor, {
    id: row.id,
    version: row.version,
    application: part === 'half' ? halfDone(application) : application,
    attach: await storeFiles(telling.deps, part === 'half' ? files.slice(0, 2) : files),
  });
}

async function submit(telling: Telling): Promise<Result<unknown, unknown>> {
  const actor = await bySignatory(telling);
  const { row } = await currentCase(telling, actor);
  return submitCase(telling.deps, actor, { id: row.id, version: row.version });
}

async function importWhole(telling: Telling): Promise<Result<unknown, unknown>> {
  const { application, files } = writeApplication(telling);
  const imported = await importApplication(telling.deps, await bySignatory(telling), {
    vendor: registeredVendor(telling),
    level: telling.plan.level,
    application,
    evidence: await storeFiles(telling.deps, files),
    submit: true,
  });
  if (imported.ok) telling.case = imported.value.id;
  return imported;
}

async function giveBack(telling: Telling): Promise<Result<unknown, unknown>> {
  const actor = await byOfficer(telling, 'checks');
  const { row, application } = await currentCase(telling, actor);
  const items = [
    { item: `determination:${criterionToReturn(application)}`, remark: reasonOf(telling) },
    { item: 'support', remark: SUPPORT_REMARK },
  ];
  return returnCase(telling.deps, actor, { id: row.id, items });
}

async function answer(telling: Telling): Promise<Result<unknown, unknown>> {
  const actor = await byEditor(telling);
  const { row, application } = await currentCase(telling, actor);
  const criterion = criterionToReturn(application);
  const name = addedFile(telling);
  const text = [name, criterion, '試験に使った個体', '型番と版の写しを添えます。'].join('\n');
  const edited = await editCase(telling.deps, actor, {
    id: row.id,
    version: row.version,
    application: mended(application, { criterion, addedFile: name }),
    attach: await storeFiles(telling.deps, [{ name, mediaType: 'text/plain', text }]),
  });
  return edited.ok ? submit(telling) : edited;
}

function reasonOf({ plan }: Telling): string {
  return plan.story?.reason ?? '';
}

async function propose(telling: Telling, outcome: 'grant' | 'refuse'): Promise<Result<unknown, unknown>> {
  const { deps, plan } = telling;
  const id = openedCase(telling);
  const grant = plan.shortenedTo === undefined ? {} : { validUntil: plan.shortenedTo, reason: SHORTENED };
  const more = outcome === 'grant' ? grant : { reason: reasonOf(telling) };
  return proposeDecision(deps, await byOfficer(telling, 'checks'), { id, outcome, ...more });
}

type Perform = (telling: Telling) => Promise<Result<unknown, unknown>>;

const PERFORM: Readonly<Record<StoryAct, Perform>> = {
  open,
  'fill-half': (telling) => fill(telling, 'half'),
  fill: (telling) => fill(telling, 'whole'),
  import: importWhole,
  submit,
  return: giveBack,
  answer,
  decline: async (telling) =>
    declineCase(telling.deps, await byOfficer(telling, 'checks'), {
      id: openedCase(telling),
      reason: reasonOf(telling),
    }),
  accept: async (telling) => acceptCase(telling.deps, await byOfficer(telling, 'checks'), { id: openedCase(telling) }),
  'request-provisional': async (telling) =>
    requestProvisionalNumber(telling.deps, await bySignatory(telling), { id: openedCase(telling) }),
  pay: async (telling) => recordPayment(telling.deps, await byOfficer(telling, 'checks'), { id: openedCase(telling) }),
  'propose-grant': (telling) => propose(telling, 'grant'),
  'propose-refusal': (telling) => propose(telling, 'refuse'),
  withdraw: async (telling) =>
    withdrawProposal(telling.deps, await byOfficer(telling, 'confirms'), {
      id: openedCase(telling),
      reason: reasonOf(telling),
    }),
  confirm: async (telling) =>
    confirmDecision(telling.deps, await byOfficer(telling, 'confirms'), { id: openedCase(telling) }),
  discontinue: async (telling) =>
    discontinueCase(telling.deps, await bySignatory(telling), { id: openedCase(telling), reason: reasonOf(telling) }),
  expire: async (telling) =>
    discontinueCase(telling.deps, await byOfficer(telling, 'checks'), {
      id: openedCase(telling),
      reason: reasonOf(telling),
    }),
};

/** Does one act of a story; throws when it is refused. */
export async function perform(telling: Telling, act: StoryAct): Promise<void> {
  mustSucceed(await PERFORM[act](telling), `${act} of ${telling.plan.product?.code ?? 'the empty draft'}`);
}
