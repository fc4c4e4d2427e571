import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aGrantedCase } from '../../../testing/builders/cases.ts';
import { eachDatabase } from '../../../testing/database.ts';
import { equal } from '../../../testing/equal.ts';
import { aPublicSite, wordsOf } from '../../../testing/public-site.ts';

const compare = (...numbers: readonly string[]): string =>
  `/compare?${new URLSearchParams(numbers.map((number) => ['number', number])).toString()}`;

eachDatabase((_kind, open) => {
  test('products chosen from the search stand side by side, and each fact says whether they differ in it', async () => {
    const { world, page } = await aPublicSite(await open());
    const first = (await aGrantedCase(world)).label.number;
    const second = (await aGrantedCase(world, { answers: { 'product.firmware': '9.9.9' } })).label.number;
    const results = await page('/search?q=HGW');
    assert.match(results, /<form class="comparable" action="\/compare">/);
    for (const number of [first, second]) {
      assert.match(results, new RegExp(`type="checkbox" name="number" value="${number}"`));
    }
    const words = wordsOf(await page(compare(first, second)));
    assert.match(words, /評価したファームウェア (違い )?違いあり/);
    assert.match(words, /9\.9\.9/);
    assert.match(words, /レベル (違い )?同じ/);
    assert.match(wordsOf(await page(`/en${compare(first, second)}`)), /Evaluated firmware (Difference )?Differs/);
    assert.doesNotMatch(
      wordsOf(await page(compare(first, first))),
      /違いあり|同じ/,
      'one product differs from nothing',
    );
  });

  test('a number is taken as typed, and those nothing public is found under are named', async () => {
    const { world, page } = await aPublicSite(await open());
    const { number } = (await aGrantedCase(world)).label;
    const wishedOn = world.today().add({ days: 7 });
    const hidden = (await aGrantedCase(world, { answers: { 'publication.wishedOn': wishedOn } })).label.number;
    const shown = await page(compare(number.toLowerCase(), hidden, 'S1-26-99999-Z', '<b>'));
    assert.match(shown, new RegExp(`href="/labels/${number}"`));
    const words = wordsOf(shown);
    for (const unknown of [hidden, 'S1-26-99999-Z', '&lt;b&gt;']) assert.ok(words.includes(unknown), unknown);
    assert.match(words, /公表されていない登録番号があります/);
    assert.doesNotMatch(shown, new RegExp(`href="/labels/${hidden}"`));
  });

  test('a fifth product is refused in words, and with four no other can be added', async () => {
    const { world, page, get } = await aPublicSite(await open());
    const numbers: string[] = [];
    for (let place = 0; place < 5; place += 1) numbers.push((await aGrantedCase(world)).label.number);
    const refused = await get(compare(...numbers));
    equal(refused.status, 400);
    assert.match(await refused.text(), /5個の製品が選ばれています[\s\S]*一度に比べられるのは4つまで/);
    const four = await page(compare(...numbers.slice(0, 4)));
    for (const number of numbers.slice(0, 4)) assert.ok(four.includes(`href="/labels/${number}"`));
    assert.doesNotMatch(four, /name="number"/);
    assert.match(await page('/compare'), /まだ選ばれていません/);
  });
});
