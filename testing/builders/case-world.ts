import { openDiskFiles } from '../../src/adapters/disk-files.ts';
import { japaneseWorkingDays } from '../../src/adapters/japanese-working-days.ts';
import { importApplication, type ImportOutcome } from '../../src/app/case/import-application.ts';
import { registerOrganisation } from '../../src/app/parties/register-organisation.ts';
import { registerPerson } from '../../src/app/parties/register-person.ts';
import type { Deps } from '../../src/app/ports.ts';
import { loadScheme } from '../../src/app/scheme/load-scheme.ts';
import type { Actor, PersonActor } from '../../src/core/access/actor.ts';
import { legalDay } from '../../src/core/kernel/legal-day.ts';
import type { Result } from '../../src/core/kernel/result.ts';
import type { Database } from '../../src/db/database.ts';
import { japaneseScheme } from '../schemes.ts';
import { scratchDirectory } from '../scratch.ts';
import { SimulatedClock } from '../world/clock.ts';
import { countingIds } from '../world/ids.ts';
import { COMPLETE_VENDOR, completeApplication, evidenceNames } from './application.ts';

const SYSTEM: Actor = { kind: 'system', job: 'test' };

/** What a test of acts on cases works with: all dependencies, the clock to move, and where the files lie. */
export type CaseWorld = {
  readonly deps: Deps;
  readonly clock: SimulatedClock;
  readonly filesDirectory: string;
  /** A signatory of a registered vendor, who may apply for it. */
  readonly applicant: PersonActor;
};

function valueOf<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.error)}`);
  return result.value;
}

/** A vendor with a signatory, under the Japanese scheme, on the morning of 2026-04-01 in Japan. */
export async function createCaseWorld(db: Database): Promise<CaseWorld> {
  const clock = new SimulatedClock();
  const filesDirectory = scratchDirectory();
  const deps: Deps = {
    db,
    clock,
    ids: countingIds(),
    files: await openDiskFiles(filesDirectory),
    workingDays: japaneseWorkingDays,
    scheme: await loadScheme(db, clock, japaneseScheme),
    baseUrl: 'http://localhost',
  };
  const vendor = { ...COMPLETE_VENDOR, kind: 'vendor', nameEn: 'Minato', address: 'x', addressEn: 'x' } as const;
  const organisation = valueOf(await registerOrganisation(deps, SYSTEM, vendor));
  const roles = ['vendor-signatory'] as const;
  const person = valueOf(await registerPerson(deps, SYSTEM, { name: 'A', mail: 'a@example.jp', organisation, roles }));
  return { deps, clock, filesDirectory, applicant: { kind: 'person', person, organisation, roles, mandators: [] } };
}

/** Submits a complete application of the world's applicant; each piece of evidence is a file holding its own name. */
export async function submitApplication({ deps, applicant }: CaseWorld): Promise<ImportOutcome> {
  const { scheme } = deps.scheme;
  const application = completeApplication(scheme, legalDay(deps.clock.now(), scheme.zone));
  const evidence = await Promise.all(
    evidenceNames(application).map(async (name) => {
      const stored = valueOf(await deps.files.put(Buffer.from(name), 1000));
      return { name, mediaType: 'text/plain', ...stored };
    }),
  );
  const level = scheme.levels[0]?.id ?? '';
  const vendor = applicant.organisation;
  return valueOf(await importApplication(deps, applicant, { vendor, level, application, evidence, submit: true }));
}
