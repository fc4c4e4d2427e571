import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { aDraft, aGrantedCase, aReturnedCase, storedText, versionOf } from '../../../testing/builders/cases.ts';
import { aWorld, okOf } from '../../../testing/builders/world.ts';
import { eachDatabase } from '../../../testing/database.ts';
import { equal } from '../../../testing/equal.ts';
import { reversingDatabase } from '../../../testing/reversing-database.ts';
import { contentsOf } from '../../../testing/without-trace.ts';
import { ok } from '../../core/kernel/result.ts';
import { saveCaseFiles } from '../../db/cases.ts';
import type { Database } from '../../db/database.ts';
import { insertFiles } from '../../db/files.ts';
import { transact } from '../../db/transact.ts';
import { findActor } from '../parties/find-actor.ts';
import { giveMandate } from '../parties/give-mandate.ts';
import { discontinueCase } from './discontinue-case.ts';
import { editCase } from './edit-case.ts';
import { openCase } from './open-case.ts';

/** What only the order of the statements can tell apart: numbers drawn as rows come in. */
const NUMBERED = /^(events|job|queue|pgboss)/;

/** Does every act that asks for several writes together, and answers with what each table holds afterwards. */
async function story(db: Database): Promise<Readonly<Record<string, string>>> {
  const world = await aWorld(db);
  const { deps, people, organisations } = world;
  const { vendor, agent } = organisations;
  await aGrantedCase(world, { answers: { 'publication.wishedOn': undefined } });
  await aReturnedCase(world);
  const { id } = await aDraft(world);
  const [first, second] = [await storedText(world, 'log.txt', 'one'), await storedText(world, 'log.txt', 'two')];
  const { application } = await aDraft(world);
  for (const attach of [first, second]) {
    const change = { id, version: await versionOf(world, id), application, attach: [attach], detach: ['log.txt'] };
    okOf(await editCase(deps, people.editor, change));
  }
  okOf(await giveMandate(deps, people.signatory, { vendor, agent, from: world.today(), numbers: [] }));
  const actor = await findActor(deps, 'agent@example.jp');
  if (actor === undefined) throw new Error('the agent cannot act');
  const limited = { ...actor, mandates: actor.mandates.filter(({ applications }) => applications !== undefined) };
  okOf(await openCase(deps, limited, { vendor, level: 's1' }));
  okOf(await discontinueCase(deps, people.signatory, { id, reason: '取りやめ' }));
  return Object.fromEntries(Object.entries(await contentsOf(db)).filter(([table]) => !NUMBERED.test(table)));
}

describe('statements that are sent together', () => {
  eachDatabase((_kind, open) => {
    test('need no order among them: the other way round the same is stored', async () => {
      const { db, sent } = reversingDatabase(await open());
      const turned = await story(db);
      assert.ok(sent.together >= 4, `only ${sent.together} were sent together`);
      equal(turned, await story(await open()));
    });

    test('would be told apart by the way round if they needed one', async () => {
      const { db } = reversingDatabase(await open());
      const world = await aWorld(db);
      const { deps, people } = world;
      const { id } = await aDraft(world);
      const stored = { ...(await storedText(world, 'one.txt')), storedAt: deps.clock.now() };
      const attached = { files: [stored], by: people.editor.person, at: deps.clock.now() };
      const attach = transact(db, async (tx) => {
        await Promise.all([insertFiles(tx, [stored]), saveCaseFiles(tx, id, attached)]);
        return ok(true);
      });
      await assert.rejects(attach, { code: '23503' });
    });
  });
});
