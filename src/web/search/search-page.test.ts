import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aGrantedCase } from '../../../testing/builders/cases.ts';
import { manyLabels } from '../../../testing/builders/many-labels.ts';
import { eachDatabase } from '../../../testing/database.ts';
import { equal } from '../../../testing/equal.ts';
import { aPublicSite } from '../../../testing/public-site.ts';

const search = (text: string): string => `/search?q=${encodeURIComponent(text)}`;

eachDatabase((_kind, open) => {
  test('a label is found by maker, product, model or number, in any width, kana and hyphenation', async () => {
    const { world, page } = await aPublicSite(await open());
    const { number } = (await aGrantedCase(world)).label;
    const found = new RegExp(`href="/labels/${number}"`);
    for (const typed of [
      'みなとネットワークス',
      'ミナト',
      'HGW-700',
      'ｈｇｗ７００ｗ',
      number,
      number.replaceAll('-', ''),
      'minato gateway',
    ]) {
      assert.match(await page(search(typed)), found, typed);
    }
    assert.match(await page(`${search('HGW')}&page=9`), found, 'behind the last page, what was found is not lost');
    assert.doesNotMatch(await page(search('HGW-999')), found);
  });

  test('a result says status, level, maker, product and who evaluated, and how many there are', async () => {
    const { world, page } = await aPublicSite(await open());
    await aGrantedCase(world);
    const text = await page(`/en${search('HGW')}`);
    for (const words of [
      'Labels found: 1<',
      'data-state="valid"',
      '>Valid<',
      '1 of 4 stars',
      'Minato Networks Co., Ltd.',
      '>Manufacturer<',
    ]) {
      assert.ok(text.includes(words), words);
    }
    world.clock.set('2028-04-10T00:00:00Z');
    assert.match(await page(search('HGW')), /data-state="in_grace"[^<]*>失効猶予</);
  });

  test('results come in pages, say how many there are, and narrow down by what they have in common', async () => {
    const { world, page } = await aPublicSite(await open());
    await manyLabels(world, 1_200);
    const first = await page(search('の'));
    assert.match(first, /<h2>1,000 件以上<\/h2>/);
    assert.match(first, /rel="next"/);
    assert.equal(first.match(/class="label-card"/g)?.length, 20);
    const lapsed = await page(`${search('照明')}&state=lapsed`);
    assert.doesNotMatch(lapsed, /data-state="valid"/);
    assert.match(lapsed, /aria-label="[^"]*失効[^"]*"/);
    assert.match(lapsed, /href="\/search\?q=[^"]*maker=/);
    assert.match(await page(`/en${search('照明')}&page=2`), /aria-current="page"\s*>\s*2</);
    for (const odd of ['&page=x', '&page=-1', '&page=999', '&state=no', '&level=%27', '&supported=soon']) {
      assert.match(await page(search('照明') + odd), /<h1>/, odd);
    }
  });

  test('a mistyped model number leads to the one that is meant', async () => {
    const { world, page } = await aPublicSite(await open());
    await aGrantedCase(world);
    const text = await page(search('HGW-70OW'));
    assert.match(text, /もしかすると、次の型番ですか[\s\S]*href="\/search\?q=HGW-700W"/);
  });

  test('the register of an earlier day says so, and a day that is none is told', async () => {
    const { world, page } = await aPublicSite(await open());
    const { label } = await aGrantedCase(world);
    const found = new RegExp(`href="/labels/${label.number}[?"]`);
    const yesterday = world.today().subtract({ days: 1 }).toString();
    world.clock.set('2028-04-10T00:00:00Z');
    assert.doesNotMatch(await page(`${search('HGW')}&asof=${yesterday}`), found);
    const then = await page(`${search('HGW')}&asof=2026-12-01`);
    assert.match(then, new RegExp(`href="/labels/${label.number}\\?asof=2026-12-01"`));
    assert.match(then, /2026年12月1日時点の登録簿です/);
    assert.match(then, /data-state="valid"/);
    const toCome = await page(`${search('HGW')}&asof=2028-04-12`);
    assert.match(toCome, /2028年4月12日はまだ来ていないので、今日の登録簿を示しています/);
    assert.doesNotMatch(toCome, /時点の登録簿です/);
    assert.match(await page(`${search('HGW')}&asof=2026-02-30`), /「2026-02-30」は日付として読めません/);
  });

  test('a sign alone is looked for as it stands: it does not ask for everything', async () => {
    const { world, page } = await aPublicSite(await open());
    const { number } = (await aGrantedCase(world, { answers: { 'product.name': '節電50%ゲートウェイ' } })).label;
    for (const sign of ['-', '＿', '!?', '- -']) assert.match(await page(search(sign)), /見つかりませんでした/, sign);
    assert.match(await page(search('%')), new RegExp(`href="/labels/${number}"`));
  });

  test('of a label that covers many models, the one that was looked for is named', async () => {
    const { world, page } = await aPublicSite(await open());
    const models = Array.from({ length: 30 }, (_, place) => ({ number: `HGW-${700 + place}` }));
    await aGrantedCase(world, { models });
    assert.match(await page(search('みなと ｈｇｗ７１２')), />探した型番<\/dt>\s*<dd>HGW-712</);
    await aGrantedCase(world, { models: [{ number: 'ZX712' }, { number: 'HGW-712' }, { number: 'HGW-712-EU' }] });
    const both = (await page(search('HGW 712'))).match(/探した型番<\/dt>\s*<dd>[^<]*/g) ?? [];
    equal(
      both.map((shown) => shown.replace(/^.*>/s, '')),
      ['HGW-712', 'HGW-712'],
    );
    for (const text of ['みなと', 'HGW', '']) assert.doesNotMatch(await page(search(text)), /探した型番/, text);
  });

  test('nothing found comes with advice, and a mistyped registration number is told', async () => {
    const { page } = await aPublicSite(await open());
    assert.match(await page(search('存在しない製品')), /見つかりませんでした[\s\S]*型番だけを入力/);
    assert.doesNotMatch(await page(search('存在しない製品')), />絞り込む</);
    assert.doesNotMatch(await page(search('存在しない製品')), /打ち間違いがあるよう/);
    assert.match(await page(search('S1-26-00001-B')), /登録番号に打ち間違いがあるようです/);
  });

  test('a digit misread as a letter in a number still finds the label', async () => {
    const { world, page } = await aPublicSite(await open());
    const { number } = (await aGrantedCase(world)).label;
    assert.match(await page(search(number.replaceAll('0', 'O'))), new RegExp(`href="/labels/${number}"`));
  });

  test('the search keeps what was typed, in both languages', async () => {
    const { page } = await aPublicSite(await open());
    const text = await page(search('a"b &c'));
    assert.match(text, /value="a&quot;b &amp;c"/);
    assert.match(text, /href="\/en\/search\?q=a%22b\+%26c"/);
  });

  test('who searches more often than people do is asked to wait, by network; others are not', async () => {
    let now = 0;
    const { get } = await aPublicSite(await open(), {
      searchLimit: { burst: 3, perSecond: 0.5 },
      monotonic: () => now,
    });
    const from = async (client: string): Promise<number> => (await get('/en/search?q=x', { from: client })).status;
    for (let place = 0; place < 3; place += 1) assert.equal(await from('2001:db8:1:2::1'), 200);
    const refused = await get('/en/search?q=x', { from: '2001:db8:1:2:ffff::9' });
    assert.equal(refused.status, 429);
    assert.equal(refused.headers.get('retry-after'), '2');
    assert.match(await refused.text(), /Too many searches/);
    assert.equal(await from('2001:db8:1:3::1'), 200);
    assert.equal((await get('/labels.json', { from: '2001:db8:1:2::1' })).status, 429);
    assert.equal((await get('/', { from: '2001:db8:1:2::1' })).status, 200);
    now = 2000;
    assert.equal(await from('2001:db8:1:2::1'), 200);
    assert.equal(await from('2001:db8:1:2::1'), 429);
  });
});
