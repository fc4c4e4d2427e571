import { japaneseWorkingDays } from '../../src/adapters/japanese-working-days.ts';
import { openDiskFiles } from '../../src/adapters/disk-files.ts';
import { randomIds } from '../../src/adapters/random-ids.ts';
import { systemClock } from '../../src/adapters/system-clock.ts';
import { acceptCase } from '../../src/app/case/accept-case.ts';
import { confirmDecision } from '../../src/app/case/confirm-decision.ts';
import { editCase, type StoredEvidence } from '../../src/app/case/edit-case.ts';
import { openCase } from '../../src/app/case/open-case.ts';
import { proposeDecision } from '../../src/app/case/propose-decision.ts';
import { recordPayment } from '../../src/app/case/record-payment.ts';
import { submitCase } from '../../src/app/case/submit-case.ts';
import type { Deps } from '../../src/app/ports.ts';
import type { Database } from '../../src/db/database.ts';
import { completeApplication, evidenceNames, setFor } from '../../testing/builders/application.ts';
import { aWorld, okOf } from '../../testing/builders/world.ts';

/** What one case is known by; no two cases share any of it. */
export type CaseNames = {
  readonly case: string;
  readonly label: string;
  readonly application: string;
  readonly acceptance: string;
  readonly registration: string;
};

/** How many acts, and so commits, a complete case has. */
export const ACTS = 7;

/**
 * Prepares a database for complete ☆1 cases: scheme, parties, and the evidence in a file store on the disk. What it
 * answers with performs all acts of one case as the program does, from the draft to the published label.
 */
export async function completeCases(db: Database, filesDirectory: string): Promise<() => Promise<CaseNames>> {
  const world = await aWorld(db);
  const files = await openDiskFiles(filesDirectory);
  const real = { files, ids: randomIds(systemClock), workingDays: japaneseWorkingDays };
  const deps: Deps = { ...world.deps, ...real };
  const application = completeApplication(world.scheme, world.today());
  const { set } = setFor(world.scheme, world.today());
  const attach: StoredEvidence[] = [];
  for (const name of evidenceNames(application)) {
    const stored = okOf(await files.put(Buffer.from(`evidence ${name}`), 1_000_000));
    attach.push({ name, ...stored, mediaType: 'text/plain' });
  }
  const { editor, signatory, officerA, officerB, officerC } = world.people;
  return async () => {
    const opened = okOf(await openCase(deps, editor, { vendor: world.organisations.vendor, level: set.level }));
    const { id } = opened;
    const { version } = okOf(await editCase(deps, editor, { id, version: 1, application, attach }));
    okOf(await submitCase(deps, signatory, { id, version }));
    const { acceptanceNumber } = okOf(await acceptCase(deps, officerA, { id }));
    okOf(await recordPayment(deps, officerA, { id }));
    okOf(await proposeDecision(deps, officerB, { id, outcome: 'grant' }));
    const decided = okOf(await confirmDecision(deps, officerC, { id }));
    if (decided.outcome !== 'grant') throw new Error('the label was refused');
    const { label } = decided;
    const numbers = { application: opened.applicationNumber, acceptance: acceptanceNumber };
    return { case: id, label: label.id, ...numbers, registration: label.number };
  };
}
