import { findActor } from '../../src/app/parties/find-actor.ts';
import { registerOrganisation } from '../../src/app/parties/register-organisation.ts';
import { registerPerson } from '../../src/app/parties/register-person.ts';
import type { Deps } from '../../src/app/ports.ts';
import type { PersonActor, Role } from '../../src/core/access/actor.ts';
import type { OrganisationId } from '../../src/core/kernel/ids.ts';
import type { OrganisationKind } from '../../src/core/parties/organisation.ts';
import { COMPLETE_VENDOR } from '../../testing/builders/application.ts';
import { okOf, SYSTEM } from '../../testing/builders/world.ts';
import type { Acknowledgement } from './acknowledgement.ts';

/** What an acting process needs besides its dependencies: the next moment, and where to acknowledge. */
export type Acting = {
  readonly deps: Deps;
  readonly next: () => string;
  readonly acknowledge: (done: Acknowledgement) => void;
};

const OPERATOR = { name: '制度運営機構', nameEn: 'Scheme Operator', corporateNumber: '7000012050002' };
const VENDOR = { ...COMPLETE_VENDOR, nameEn: 'Minato Networks Co., Ltd.' };

const PEOPLE = {
  signatory: ['vendor', 'vendor-signatory'],
  officerA: ['operator', 'label-officer'],
  officerB: ['operator', 'label-officer'],
  officerC: ['operator', 'label-officer'],
} as const satisfies Readonly<Record<string, readonly ['vendor' | 'operator', Role]>>;

/** The people who act. */
export type People = Readonly<Record<keyof typeof PEOPLE, PersonActor>>;

/** The organisation of a kind: registered in an earlier life of this place, or now. */
async function organisation(
  { deps, next, acknowledge }: Acting,
  kind: OrganisationKind,
  named: { readonly name: string; readonly nameEn: string; readonly corporateNumber: string },
): Promise<OrganisationId> {
  const found = await deps.db.kysely
    .selectFrom('organisations')
    .select('id')
    .where('corporate_number', '=', named.corporateNumber)
    .executeTakeFirst();
  if (found !== undefined) return found.id;
  const at = next();
  const address = { address: '東京都千代田区', addressEn: 'Chiyoda, Tokyo' };
  const id = okOf(await registerOrganisation(deps, SYSTEM, { kind, ...named, ...address }));
  acknowledge({ at, events: [{ act: 'organisation.register', subject: id }] });
  return id;
}

async function person(acting: Acting, name: string, role: Role, of: OrganisationId): Promise<PersonActor> {
  const { deps, next, acknowledge } = acting;
  const mail = `${name.toLowerCase()}@example.jp`;
  const found = await findActor(deps, mail);
  if (found !== undefined) return found;
  const at = next();
  const id = okOf(await registerPerson(deps, SYSTEM, { name, mail, organisation: of, roles: [role] }));
  acknowledge({ at, events: [{ act: 'person.register', subject: id }] });
  const actor = await findActor(deps, mail);
  if (actor === undefined) throw new Error(`${name} was registered and cannot act`);
  return actor;
}

/** Everybody, registered as far as earlier processes did not come to it. */
export async function registerParties(acting: Acting): Promise<People> {
  const organisations = {
    operator: await organisation(acting, 'operator', OPERATOR),
    vendor: await organisation(acting, 'vendor', VENDOR),
  };
  const people: Partial<Record<keyof typeof PEOPLE, PersonActor>> = {};
  for (const name of Object.keys(PEOPLE) as (keyof typeof PEOPLE)[]) {
    const [at, role] = PEOPLE[name];
    people[name] = await person(acting, name, role, organisations[at]);
  }
  return people as People;
}
