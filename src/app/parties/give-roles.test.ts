import { describe, test } from 'node:test';
import { aWorld, okOf, SYSTEM } from '../../../testing/builders/world.ts';
import { eachDatabase } from '../../../testing/database.ts';
import { equal } from '../../../testing/equal.ts';
import { refusedWithoutTrace } from '../../../testing/without-trace.ts';
import { findActor } from './find-actor.ts';
import { giveRoles } from './give-roles.ts';
import { registerPerson } from './register-person.ts';

const OWN = 'administrator@example.jp';

describe('giving oneself a role (decision 16)', () => {
  eachDatabase((_kind, open) => {
    test('is refused as long as another administrator can do it, whichever role it is', async () => {
      const { deps, people, organisations } = await aWorld(await open());
      const { operator, vendor } = organisations;
      const second = { name: '二人目', mail: 'second@example.jp', organisation: operator } as const;
      okOf(await registerPerson(deps, SYSTEM, { ...second, roles: ['administrator'] }));
      for (const [organisation, role] of [
        [operator, 'label-officer'],
        [operator, 'scheme-officer'],
        [vendor, 'vendor-signatory'],
      ] as const) {
        const give = () =>
          giveRoles(deps, people.administrator, { mail: OWN.toUpperCase(), organisation, roles: [role] });
        await refusedWithoutTrace(deps.db, give, { code: 'own_role' });
      }
      const held = { mail: OWN, organisation: operator, roles: ['administrator'] } as const;
      okOf(await giveRoles(deps, people.administrator, held));
      const other = await findActor(deps, second.mail);
      if (other === undefined) throw new Error('nobody was registered');
      okOf(await giveRoles(deps, other, { mail: OWN, organisation: operator, roles: ['label-officer'] }));
      equal((await findActor(deps, OWN))?.roles, ['administrator', 'label-officer']);
    });

    test('is left to the only administrator of a small office', async () => {
      const { deps, people, organisations } = await aWorld(await open());
      const own = { mail: OWN, organisation: organisations.operator, roles: ['label-officer'] } as const;
      okOf(await giveRoles(deps, people.administrator, own));
      equal((await findActor(deps, OWN))?.roles, ['administrator', 'label-officer']);
    });
  });
});
