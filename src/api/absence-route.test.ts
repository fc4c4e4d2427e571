import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aGrantedCase } from '../../testing/builders/cases.ts';
import { okOf } from '../../testing/builders/world.ts';
import { eachDatabase } from '../../testing/database.ts';
import { aDescribedApi } from '../../testing/described-api.ts';
import { equal } from '../../testing/equal.ts';
import { TEST_TOOLS } from '../../testing/log-in-memory.ts';
import { logKeyText } from '../app/log/append-public-facts.ts';
import { readLog } from '../app/log/read-log.ts';
import { takeSnapshots } from '../app/open-data/take-snapshots.ts';
import { isProven, verifyAbsence, verifyFile } from '../verify/index.ts';

const on = (): AbortSignal => new AbortController().signal;

eachDatabase((_kind, open) => {
  test('what the register lacked at the end of a day is proven offline; what it had is not, in any spelling', async () => {
    const { world, ask } = await aDescribedApi(await open());
    const models = Array.from({ length: 700 }, (_, place) => ({ number: `HGW-${1000 + place}` }));
    const { number } = (await aGrantedCase(world, { models })).label;
    equal((await ask('/absence?model=HGW-1000')).status, 404);
    okOf(await takeSnapshots(world.deps, on()));
    world.clock.set('2026-04-03T15:20:00Z');
    okOf(await takeSnapshots(world.deps, on()));
    const key = logKeyText(world.deps);
    for (const asked of [
      { model: 'HGW-999' },
      { model: 'HGW-1000', maker: 'Somebody Else' },
      { number: 'S1-26-99999-E' },
      { model: 'HGW-1000', day: '2026-03-31' },
    ]) {
      const answer = await ask(`/absence?${new URLSearchParams(asked).toString()}`);
      equal(answer.status, 200);
      const text = await answer.text();
      const steps = await verifyFile(text, { key }, TEST_TOOLS);
      assert.ok(isProven(steps), JSON.stringify(steps));
      const last = steps.at(-1);
      equal([last?.id, last?.detail['day']], ['absence', 'day' in asked ? asked.day : '2026-04-03']);
      const other = await verifyAbsence(text, { key, asked: { model: 'HGW-1000' } }, TEST_TOOLS);
      equal(isProven(other.steps), asked.model === 'HGW-1000' && !('maker' in asked));
      const onDay = (day: string) => verifyAbsence(text, { key, asked, day }, TEST_TOOLS);
      const proven = 'day' in asked ? asked.day : '2026-04-03';
      equal([isProven((await onDay(proven)).steps), isProven((await onDay('2026-04-02')).steps)], [true, false]);
      const lie = text.replace(/"asked": \{[^}]*\}/, '"asked": {"model": "ｈｇｗ1000"}');
      equal(isProven(await verifyFile(lie, { key }, TEST_TOOLS)), 'day' in asked);
    }
    for (const listed of [
      { model: 'ｈｇｗ‐１０００' },
      { number: number.toLowerCase() },
      { number: number.replaceAll('0', 'O').replaceAll('1', 'I') },
      { model: 'HGW-1699', maker: 'みなとネットワークス' },
      { model: 'HGW-1699', maker: '㈱ミナトネットワークス' },
      { model: 'HGW-1699', maker: 'Minato Networks' },
      { model: 'HGW-1699', maker: 'minato networks co., ltd.' },
    ]) {
      const answer = await ask(`/absence?${new URLSearchParams(listed).toString()}`);
      equal(
        [answer.status, ((await answer.json()) as { code: string }).code],
        [409, 'is_listed'],
        JSON.stringify(listed),
      );
    }
    for (const none of ['', '?maker=x', `?number=1&model=2`, '?model=x&day=2026-02-30', '?model=x&day=0000-01-01']) {
      equal((await ask(`/absence${none}`)).status, 400, none);
    }
    equal((await ask('/absence?model=x&day=2026-04-04')).status, 404);
    const mistyped = await ask('/absence?number=S1-26-99999-X');
    equal([mistyped.status, ((await mistyped.json()) as { code: string }).code], [404, 'wrong_check_character']);
  });

  test('a day is listed once in the log, however often its snapshot is taken', async () => {
    const { world } = await aDescribedApi(await open());
    await aGrantedCase(world);
    const before = (await readLog(world.deps))?.size ?? 0;
    const all = await Promise.all([takeSnapshots(world.deps, on()), takeSnapshots(world.deps, on())]);
    assert.ok(all.every(({ ok }) => ok));
    okOf(await takeSnapshots(world.deps, on()));
    equal((await readLog(world.deps))?.size, before + 1);
  });
});
