import { describe, test } from 'node:test';
import { okOf, SYSTEM } from '../../../testing/builders/world.ts';
import { eachDatabase } from '../../../testing/database.ts';
import { equal } from '../../../testing/equal.ts';
import { aWorkspaceSite } from '../../../testing/workspace-site.ts';
import { endSessionsOfPerson } from './end-sessions-of-person.ts';

describe('ending all sessions of a person', () => {
  eachDatabase((_kind, open) => {
    test('ends each of them at once, leaves others and all roles alone, and is on record (ASVS 5.0, 7.4.5)', async () => {
      const site = await aWorkspaceSite(await open());
      const { deps, people } = site.world;
      const [one, two, other] = [await site.signIn('editor'), await site.signIn('editor'), await site.signIn('agent')];
      const reason = 'a stolen laptop';
      const ended = await endSessionsOfPerson(deps, people.administrator, { mail: ' Editor@example.jp ', reason });
      equal(okOf(ended), 2);
      const answers = await Promise.all([one, two, other].map(({ get }) => get('/workspace')));
      equal(
        answers.map(({ status }) => status),
        [303, 303, 200],
      );
      equal((await (await site.signIn('editor')).get('/workspace')).status, 200);
      const { rows } = await deps.db.pool.query("select reason from events where act = 'session.end-of-person'");
      equal(rows, [{ reason }]);
    });

    test('is for administrators and the system, and for people there are', async () => {
      const site = await aWorkspaceSite(await open());
      const { deps, people } = site.world;
      const { get } = await site.signIn('editor');
      const end = (actor: typeof SYSTEM, mail = 'editor@example.jp') =>
        endSessionsOfPerson(deps, actor, { mail, reason: 'x' });
      for (const actor of [people.officerA, people.stranger, people.editor]) equal((await end(actor)).ok, false);
      equal((await get('/workspace')).status, 200);
      equal(await end(SYSTEM, 'nobody@example.jp'), { ok: false, error: { code: 'no_such_subject' } });
      equal(okOf(await end(SYSTEM)), 1);
    });
  });
});
