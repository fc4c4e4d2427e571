import { giveMandate } from '../../src/app/parties/give-mandate.ts';
import { registerOrganisation } from '../../src/app/parties/register-organisation.ts';
import { registerPerson } from '../../src/app/parties/register-person.ts';
import type { Deps } from '../../src/app/ports.ts';
import type { Actor } from '../../src/core/access/actor.ts';
import type { OrganisationId } from '../../src/core/kernel/ids.ts';
import { legalDay } from '../../src/core/kernel/legal-day.ts';
import { mustSucceed } from './must-succeed.ts';
import { ORGANISATIONS } from './organisations.ts';
import { MANDATES, PEOPLE, personWith, type WorldPerson } from './people.ts';
import { actorFor } from './telling.ts';

/** The system as it sets up and runs the world. */
export const WORLD_BUILDER: Actor = { kind: 'system', job: 'demonstration' };

/** The organisations of the world by key, as they were registered. */
export type Registered = ReadonlyMap<string, OrganisationId>;

function idOf(registered: Registered, key: string): OrganisationId {
  const id = registered.get(key);
  if (id === undefined) throw new Error(`${key} has not been registered`);
  return id;
}

/** Registers one person of the world. */
export async function registerWorldPerson(deps: Deps, registered: Registered, person: WorldPerson): Promise<void> {
  const { name, mail, roles, organisation } = person;
  const input = { name, mail, roles, organisation: idOf(registered, organisation) };
  mustSucceed(await registerPerson(deps, WORLD_BUILDER, input), `registering ${mail}`);
}

/** Registers everybody who is there from the first day, and gives the agent its mandates. */
export async function registerParties(deps: Deps): Promise<Registered> {
  const registered = new Map<string, OrganisationId>();
  for (const { key, kind, name, nameEn, corporateNumber, address, addressEn } of ORGANISATIONS) {
    const organisation = { kind, name, nameEn, corporateNumber, address, addressEn };
    const result = await registerOrganisation(deps, WORLD_BUILDER, organisation);
    registered.set(key, mustSucceed(result, `registering ${key}`));
  }
  for (const person of PEOPLE) await registerWorldPerson(deps, registered, person);
  for (const { vendor, agent } of MANDATES) {
    const signatory = await actorFor(deps, personWith(vendor, 'vendor-signatory'));
    const from = legalDay(deps.clock.now(), deps.scheme.scheme.zone);
    const input = { vendor: idOf(registered, vendor), agent: idOf(registered, agent), from };
    mustSucceed(await giveMandate(deps, signatory, input), `the mandate of ${vendor}`);
  }
  return registered;
}
