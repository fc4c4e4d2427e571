import { before, describe, test } from 'node:test';
import { aWorld, okOf, type World } from '../../../testing/builders/world.ts';
import { eachDatabase } from '../../../testing/database.ts';
import { equal } from '../../../testing/equal.ts';
import { refusedWithoutTrace } from '../../../testing/without-trace.ts';
import { parseNumber } from '../../core/scheme/number-format.ts';
import { findCase } from '../../db/cases.ts';
import { readCaseHistory } from './read-case-history.ts';
import { openCase } from './open-case.ts';

describe('opening a case (DOMAIN §5.1)', () => {
  eachDatabase((kind, open) => {
    let world: World;
    before(async () => {
      world = await aWorld(await open());
    });

    test('makes a draft with an application number whose check character is right, and one event', async () => {
      const { deps, people, organisations, scheme } = world;
      const opened = okOf(await openCase(deps, people.editor, { vendor: organisations.vendor, level: 's1' }));
      equal(parseNumber(scheme.numbers.application, opened.applicationNumber).ok, true);
      const row = await findCase(deps.db.kysely, opened.id);
      equal([row?.state, row?.version, row?.vendor], ['draft', 1, organisations.vendor]);
      const events = okOf(await readCaseHistory(deps, people.editor, opened.id));
      equal(
        events.map(({ act, role }) => [act, role]),
        [['case.open', 'vendor-editor']],
      );
    });

    test('an agent opens one on behalf of a vendor whose mandate holds, and the record says so', async () => {
      const { deps, people, organisations } = world;
      const opened = okOf(await openCase(deps, people.agent, { vendor: organisations.vendor, level: 's1' }));
      const event = await deps.db.kysely
        .selectFrom('events')
        .select(['actor_organisation', 'on_behalf_of', 'actor_role'])
        .where('subject_id', '=', opened.id)
        .executeTakeFirst();
      const expected = {
        actor_organisation: organisations.agent,
        on_behalf_of: organisations.vendor,
        actor_role: 'agent',
      };
      equal({ ...event }, expected);
    });

    test('is refused for a vendor without a mandate, and for one that does not exist, alike', async () => {
      const { deps, people, organisations } = world;
      for (const vendor of [organisations.otherVendor, organisations.operator]) {
        const attempt = () => openCase(deps, people.agent, { vendor, level: 's1' });
        await refusedWithoutTrace(deps.db, attempt, { code: 'no_such_subject' });
      }
    });

    test('is refused at a level the scheme does not have', async () => {
      const { deps, people, organisations } = world;
      const attempt = () => openCase(deps, people.editor, { vendor: organisations.vendor, level: 's9' });
      await refusedWithoutTrace(deps.db, attempt, { code: 'unknown_level', level: 's9' });
    });

    test('twenty at once get twenty numbers in a row, none twice and none left out', async () => {
      const { deps, people, organisations } = await aWorld(await open());
      const opened = await Promise.all(
        Array.from({ length: 20 }, () => openCase(deps, people.editor, { vendor: organisations.vendor, level: 's1' })),
      );
      const sequences = opened.map((one) => Number(okOf(one).applicationNumber.slice(5, 10))).sort((a, b) => a - b);
      equal(
        sequences,
        Array.from({ length: 20 }, (_, place) => place + 1),
        kind,
      );
    });

    test('numbers begin anew with the legal year, which begins at midnight in the zone of the scheme', async () => {
      const fresh = await aWorld(await open(), { at: '2026-12-31T14:59:59Z' });
      const number = async (): Promise<string> =>
        okOf(await openCase(fresh.deps, fresh.people.editor, { vendor: fresh.organisations.vendor, level: 's1' }))
          .applicationNumber;
      equal([(await number()).slice(0, 10), (await number()).slice(0, 10)], ['A-26-00001', 'A-26-00002']);
      fresh.clock.set('2026-12-31T15:00:00Z');
      equal((await number()).slice(0, 10), 'A-27-00001');
    });
  });
});
