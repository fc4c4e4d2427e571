import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aGrantedCase } from '../../../testing/builders/cases.ts';
import { eachDatabase } from '../../../testing/database.ts';
import { equal } from '../../../testing/equal.ts';
import { aPublicSite, wordsOf } from '../../../testing/public-site.ts';

eachDatabase((_kind, open) => {
  test('whoever asks about an earlier day is told the status of that day, and that it may differ today', async () => {
    const { world, page, get } = await aPublicSite(await open());
    const { number } = (await aGrantedCase(world)).label;
    const granted = world.today();
    world.clock.set('2028-06-01T00:00:00Z');
    const at = async (day: string, language = ''): Promise<string> =>
      wordsOf(await page(`${language}/labels/${number}?asof=${day}`)).trim();
    assert.match(await at('2027-03-15'), /^このラベルは2027年3月15日の時点で、有効でした。 過去の日の状態です/);
    assert.match(await at('2028-04-10'), /^このラベルは2028年4月10日の時点で、有効ではありませんでした。/);
    assert.match(await at('2028-05-15', '/en'), /^On 15 May 2028 this label had lapsed\. /);
    assert.match(await at('令和9年3月15日'), /^このラベルは2027年3月15日の時点で、有効でした。/);
    const toCome =
      /^2999年1月1日はまだ来ていないので、今日の状態を示しています .* このラベルは2028年5月1日に失効しました。/;
    assert.match(await at('2999-01-01'), toCome);
    assert.match(await at('2999-01-01', '/en'), /^1 January 2999 is yet to come: this is the status of today /);
    assert.match(wordsOf(await page(`/labels/${number}`)).trim(), /^このラベルは2028年5月1日に失効しました。/);
    assert.match(await page(`/labels/${number}?asof=2027-03-15`), new RegExp(`href="/labels/${number}"`));
    const data = (await (await get(`/labels/${number}.json?asof=2027-03-15`)).json()) as { status: object };
    equal(JSON.stringify(data.status).includes('"state":"valid","isValid":true,"on":"2027-03-15"'), true);
    const before = await get(`/labels/${number}?asof=${granted.subtract({ days: 1 }).toString()}`);
    equal(before.status, 404);
    assert.match(await before.text(), /その日には、このラベルはまだ公表されていませんでした/);
  });

  test('a day that is none is refused with the way to write one, on the page and for machines', async () => {
    const { world, get } = await aPublicSite(await open());
    const { number } = (await aGrantedCase(world)).label;
    const answer = await get(`/labels/${number}?asof=2027-02-30`);
    equal(answer.status, 400);
    assert.match(await answer.text(), /「2027-02-30」は日付として読めません/);
    const data = await get(`/labels/${number}.json?asof=%3Cb%3E`);
    equal([data.status, data.headers.get('content-type')], [400, 'application/problem+json']);
  });

  test('a label under embargo is not told of for any day', async () => {
    const { world, get } = await aPublicSite(await open());
    const wishedOn = world.today().add({ days: 7 });
    const { number } = (await aGrantedCase(world, { answers: { 'publication.wishedOn': wishedOn } })).label;
    for (const day of ['2020-01-01', world.today().toString(), '2030-01-01']) {
      const answer = await get(`/labels/${number}?asof=${day}`);
      equal(answer.status, 404);
      assert.match(await answer.text(), /この番号のラベルは公表されていません/);
    }
  });
});
