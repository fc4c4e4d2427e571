import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { aWorld, okOf, type World } from '../../../testing/builders/world.ts';
import { eachDatabase } from '../../../testing/database.ts';
import { equal } from '../../../testing/equal.ts';
import { ok, refused } from '../../core/kernel/result.ts';
import { sendOnce } from './send-once.ts';

describe('a form that is sent', () => {
  eachDatabase((_kind, open) => {
    let world: World;
    before(async () => {
      world = await aWorld(await open());
    });
    const form = (name: 'officerA' | 'officerB' = 'officerA') => ({
      person: world.people[name].person,
      key: world.deps.ids.uuid(),
    });

    test('twice, one after the other or at once, is done once and leads to the same page', async () => {
      let done = 0;
      const act = () => Promise.resolve(ok(`/page/${(done += 1)}`));
      const one = form();
      equal(okOf(await sendOnce(world.deps, one, act)), '/page/1');
      equal(okOf(await sendOnce(world.deps, one, act)), '/page/1');
      const other = form();
      const both = await Promise.all([sendOnce(world.deps, other, act), sendOnce(world.deps, other, act)]);
      equal(both.map(okOf), ['/page/2', '/page/2']);
      equal(done, 2);
    });

    test('by somebody else under the same key is another form', async () => {
      const mine = form();
      okOf(await sendOnce(world.deps, mine, () => Promise.resolve(ok('/mine'))));
      const theirs = { ...mine, person: world.people.officerB.person };
      equal(okOf(await sendOnce(world.deps, theirs, () => Promise.resolve(ok('/theirs')))), '/theirs');
    });

    test('and refused, or broken off by a bug, can be sent again once that is mended', async () => {
      const one = form();
      equal(await sendOnce(world.deps, one, () => Promise.resolve(refused('no'))), { ok: false, error: 'no' });
      await assert.rejects(
        sendOnce(world.deps, one, () => Promise.reject(new Error('bug'))),
        /bug/,
      );
      equal(okOf(await sendOnce(world.deps, one, () => Promise.resolve(ok('/yes')))), '/yes');
    });

    test('long ago is forgotten', async () => {
      const [old, later] = [form('officerB'), form('officerB')];
      okOf(await sendOnce(world.deps, old, () => Promise.resolve(ok('/first'))));
      world.clock.advance({ hours: 49 });
      okOf(await sendOnce(world.deps, later, () => Promise.resolve(ok('/later'))));
      equal(okOf(await sendOnce(world.deps, old, () => Promise.resolve(ok('/again')))), '/again');
    });
  });
});
