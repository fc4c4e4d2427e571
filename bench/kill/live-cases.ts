import { acceptCase } from '../../src/app/case/accept-case.ts';
import { confirmDecision } from '../../src/app/case/confirm-decision.ts';
import type { StoredEvidence } from '../../src/app/case/edit-case.ts';
import { importApplication } from '../../src/app/case/import-application.ts';
import { proposeDecision } from '../../src/app/case/propose-decision.ts';
import { recordPayment } from '../../src/app/case/record-payment.ts';
import { publishLabel } from '../../src/app/label/publish-label.ts';
import type { Application } from '../../src/core/case/application.ts';
import type { CaseId } from '../../src/core/kernel/ids.ts';
import { legalDay } from '../../src/core/kernel/legal-day.ts';
import { listLabelsToPublish } from '../../src/db/labels.ts';
import { completeApplication, evidenceNames, setFor } from '../../testing/builders/application.ts';
import { okOf, SYSTEM } from '../../testing/builders/world.ts';
import type { Acting, People } from './parties.ts';

/** Evidence files of one case: few, because each is forced to the disk by itself. */
const EVIDENCE_FILES = 3;

/** The days of embargo: some labels become due while later processes run, some stay unpublished to the end. */
const EMBARGO_DAYS = [undefined, undefined, 5, undefined, 200, undefined, 0] as const;

/** Every so many cases one is refused. */
const REFUSED_EVERY = 9;

/** The number of a case among all cases of a place and its process. */
type Turn = { readonly process: number; readonly place: number };

function applicationFor({ deps }: Acting, { place }: Turn): Application {
  const { scheme } = deps.scheme;
  const today = legalDay(deps.clock.now(), scheme.zone);
  const days = EMBARGO_DAYS[place % EMBARGO_DAYS.length];
  const wished = days === undefined ? {} : { 'publication.wishedOn': today.add({ days }) };
  const application = completeApplication(scheme, today, { answers: wished });
  const determinations = application.determinations.map((row, index) => ({
    ...row,
    evidence: [`evidence-${String(index % EVIDENCE_FILES)}.txt`],
  }));
  return { ...application, determinations };
}

async function storeEvidence(acting: Acting, turn: Turn, name: string): Promise<StoredEvidence> {
  // The first file is the same for all cases, the others are each case's own.
  const text = name.includes('0') ? name : `${name} of case ${String(turn.place)} of process ${String(turn.process)}`;
  const stored = okOf(await acting.deps.files.put(Buffer.from(text.repeat(50)), 1_000_000));
  return { name, ...stored, mediaType: 'text/plain' };
}

async function importCase(acting: Acting, people: People, turn: Turn): Promise<CaseId> {
  const { deps, next, acknowledge } = acting;
  const at = next();
  const application = applicationFor(acting, turn);
  const evidence: StoredEvidence[] = [];
  for (const name of evidenceNames(application)) evidence.push(await storeEvidence(acting, turn, name));
  const { set } = setFor(deps.scheme.scheme, legalDay(deps.clock.now(), deps.scheme.scheme.zone));
  const input = { vendor: people.signatory.organisation, level: set.level, application, evidence, submit: true };
  const { id, applicationNumber, receipt } = okOf(await importApplication(deps, people.signatory, input));
  const events = ['case.open', 'case.edit', 'case.submit'].map((act) => ({ act, subject: id }));
  const told = { case: id, applicationNumber, answers: receipt?.answers ?? '', receipt: receipt?.files ?? [] };
  acknowledge({ at, events, told });
  return id;
}

async function publishDue({ deps, next, acknowledge }: Acting): Promise<void> {
  const today = legalDay(deps.clock.now(), deps.scheme.scheme.zone);
  for (const id of await listLabelsToPublish(deps.db.kysely, today, 100)) {
    const at = next();
    okOf(await publishLabel(deps, SYSTEM, id));
    acknowledge({ at, events: [{ act: 'label.publish', subject: id }] });
  }
}

async function decide(
  { deps, next, acknowledge }: Acting,
  people: People,
  id: CaseId,
  isRefused: boolean,
): Promise<void> {
  let at = next();
  const outcome = isRefused ? 'refuse' : 'grant';
  okOf(
    await proposeDecision(deps, people.officerB, { id, outcome, ...(isRefused && { reason: 'refused on purpose' }) }),
  );
  acknowledge({ at, events: [{ act: 'case.propose-decision', subject: id }] });
  at = next();
  const decided = okOf(await confirmDecision(deps, people.officerC, { id }));
  const confirmed = { act: 'case.confirm-decision', subject: id };
  if (decided.outcome === 'refuse') {
    acknowledge({ at, events: [confirmed] });
    return;
  }
  const { label } = decided;
  const published = label.isPublished ? [{ act: 'label.publish', subject: label.id }] : [];
  acknowledge({ at, events: [confirmed, ...published], told: { case: id, labelNumber: label.number } });
}

/** Takes one case from its application to its label, or its refusal, and publishes what became due meanwhile. */
export async function liveCase(acting: Acting, people: People, turn: Turn): Promise<void> {
  const { deps, next, acknowledge } = acting;
  await publishDue(acting);
  const id = await importCase(acting, people, turn);
  let at = next();
  const { acceptanceNumber } = okOf(await acceptCase(deps, people.officerA, { id }));
  acknowledge({ at, events: [{ act: 'case.accept', subject: id }], told: { case: id, acceptanceNumber } });
  at = next();
  okOf(await recordPayment(deps, people.officerA, { id }));
  acknowledge({ at, events: [{ act: 'case.record-payment', subject: id }] });
  await decide(acting, people, id, turn.place % REFUSED_EVERY === REFUSED_EVERY - 1);
}
