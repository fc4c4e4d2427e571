import { japaneseWorkingDays } from '../../src/adapters/japanese-working-days.ts';
import { ensureSigningKey } from '../../src/app/credential/signing-key.ts';
import { findActor } from '../../src/app/parties/find-actor.ts';
import { giveMandate } from '../../src/app/parties/give-mandate.ts';
import { registerOrganisation } from '../../src/app/parties/register-organisation.ts';
import { registerPerson } from '../../src/app/parties/register-person.ts';
import type { Deps } from '../../src/app/ports.ts';
import { loadScheme } from '../../src/app/scheme/load-scheme.ts';
import type { Actor, PersonActor, Role } from '../../src/core/access/actor.ts';
import type { MandateId, OrganisationId } from '../../src/core/kernel/ids.ts';
import { legalDay } from '../../src/core/kernel/legal-day.ts';
import type { Result } from '../../src/core/kernel/result.ts';
import type { OrganisationKind } from '../../src/core/parties/organisation.ts';
import type { Scheme } from '../../src/core/scheme/scheme.ts';
import type { Database } from '../../src/db/database.ts';
import { issuerKeysInMemory } from '../issuer-keys.ts';
import { japaneseScheme } from '../schemes.ts';
import { TEST_LOG } from '../test-signer.ts';
import { SimulatedClock } from '../world/clock.ts';
import { countingIds } from '../world/ids.ts';
import { memoryFiles, type MemoryFiles } from '../world/memory-files.ts';
import { COMPLETE_VENDOR } from './application.ts';

/** The system at work, as a job of tests. */
export const SYSTEM: Actor = { kind: 'system', job: 'test' };

/** The value of a result that must be ok; says why when it is not. */
export function okOf<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.error)}`);
  return result.value;
}

const ORGANISATIONS = {
  operator: { kind: 'operator', name: '制度運営機構', nameEn: 'Scheme Operator', corporateNumber: '7000012050002' },
  vendor: { kind: 'vendor', nameEn: 'Minato Networks Co., Ltd.', ...COMPLETE_VENDOR },
  otherVendor: { kind: 'vendor', name: '株式会社よそ', nameEn: 'Elsewhere Inc.', corporateNumber: '4011001098993' },
  agent: { kind: 'agent', name: '代理商事株式会社', nameEn: 'Agents Ltd.', corporateNumber: '7010001008844' },
} as const satisfies Record<string, { kind: OrganisationKind; name: string; nameEn: string; corporateNumber: string }>;

type OrganisationName = keyof typeof ORGANISATIONS;

/** Everybody in the world, by the organisation they act for and their roles there. */
const PEOPLE = {
  editor: ['vendor', 'vendor-editor'],
  signatory: ['vendor', 'vendor-signatory'],
  agent: ['agent', 'agent'],
  stranger: ['otherVendor', 'vendor-signatory'],
  officerA: ['operator', 'label-officer'],
  officerB: ['operator', 'label-officer'],
  officerC: ['operator', 'label-officer'],
  reviewer: ['operator', 'reviewer'],
  schemeOfficer: ['operator', 'scheme-officer'],
  administrator: ['operator', 'administrator'],
} as const satisfies Record<string, readonly [OrganisationName, Role]>;

/** Somebody of the world, by name. */
export type PersonName = keyof typeof PEOPLE;

/** A scheme at work on a database of its own, with parties, people, a clock that stands still, and files in memory. */
export type World = {
  readonly deps: Deps & { readonly files: MemoryFiles };
  readonly clock: SimulatedClock;
  readonly organisations: Readonly<Record<OrganisationName, OrganisationId>>;
  readonly people: Readonly<Record<PersonName, PersonActor>>;
  /** The vendor's consent that the agent acts for it; it has no last day. */
  readonly mandate: MandateId;
  readonly scheme: Scheme;
  /** The legal day it is now in the scheme's zone. */
  readonly today: () => Temporal.PlainDate;
};

async function register(
  deps: Deps,
): Promise<{ organisations: World['organisations']; mailOf: (name: PersonName) => string }> {
  const organisations: Partial<Record<OrganisationName, OrganisationId>> = {};
  for (const name of Object.keys(ORGANISATIONS) as OrganisationName[]) {
    const organisation = { ...ORGANISATIONS[name], address: '東京都千代田区', addressEn: 'Chiyoda, Tokyo' };
    organisations[name] = okOf(await registerOrganisation(deps, SYSTEM, organisation));
  }
  const mailOf = (name: PersonName): string => `${name.toLowerCase()}@example.jp`;
  for (const name of Object.keys(PEOPLE) as PersonName[]) {
    const [at, role] = PEOPLE[name];
    const organisation = organisations[at];
    if (organisation === undefined) throw new Error(`${name} has no organisation`);
    okOf(await registerPerson(deps, SYSTEM, { name, mail: mailOf(name), organisation, roles: [role] }));
  }
  return { organisations: organisations as World['organisations'], mailOf };
}

/** Everybody as an actor of today, with the mandates that hold. */
async function actorsOf(deps: Deps, mailOf: (name: PersonName) => string): Promise<World['people']> {
  const actors: Partial<Record<PersonName, PersonActor>> = {};
  for (const name of Object.keys(PEOPLE) as PersonName[]) {
    const actor = await findActor(deps, mailOf(name));
    if (actor === undefined) throw new Error(`${name} cannot act`);
    actors[name] = actor;
  }
  return actors as World['people'];
}

/** The program's ground on a database: the scheme loaded if it is not, a clock that stands still, ids, files in memory. */
export type Ground = Pick<World, 'deps' | 'clock' | 'scheme' | 'today'>;

/** Stands on a database, a fresh one or one that was filled before; where and when as `aWorld` does. */
export async function groundOn(
  db: Database,
  { scheme = japaneseScheme, at = '2026-04-01T01:00:00Z' }: { readonly scheme?: Scheme; readonly at?: string } = {},
): Promise<Ground> {
  const clock = new SimulatedClock(at);
  const version = okOf(await loadScheme({ db, clock, ...TEST_LOG }, scheme));
  const deps = {
    db,
    clock,
    ids: countingIds(),
    files: memoryFiles(),
    workingDays: japaneseWorkingDays,
    ...TEST_LOG,
    logKeys: issuerKeysInMemory(),
    issuerKeys: issuerKeysInMemory(),
    scheme: version,
    baseUrl: 'https://label.example.jp',
  };
  return { deps, clock, scheme, today: () => legalDay(clock.now(), scheme.zone) };
}

/** Makes a world on a fresh database; the Japanese scheme at 10:00 in Tokyo on 1 April 2026 unless told otherwise. */
export async function aWorld(db: Database, where?: Parameters<typeof groundOn>[1]): Promise<World> {
  const ground = await groundOn(db, where);
  const { deps, today } = ground;
  okOf(await ensureSigningKey(deps));
  const { organisations, mailOf } = await register(deps);
  const { signatory } = await actorsOf(deps, mailOf);
  const consent = { vendor: organisations.vendor, agent: organisations.agent, from: today() };
  const mandate = okOf(await giveMandate(deps, signatory, consent));
  return { ...ground, organisations, people: await actorsOf(deps, mailOf), mandate };
}
