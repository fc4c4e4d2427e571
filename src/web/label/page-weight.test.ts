import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aGrantedCase } from '../../../testing/builders/cases.ts';
import { eachDatabase } from '../../../testing/database.ts';
import { aPublicSite } from '../../../testing/public-site.ts';

/** The most a product information page may weigh over the wire. */
const MOST_BYTES = 30 * 1024;

/** A Japanese text that does not repeat itself. */
function prose(length: number, seed: number): string {
  let state = seed;
  return Array.from({ length }, () => {
    state = (state * 48_271) % 0x7fffffff;
    return String.fromCodePoint(0x3042 + (state % 80));
  }).join('');
}

/** Every long public text as long as the form takes it. */
const LONGEST = {
  'product.description': prose(2000, 1),
  'product.descriptionEn': 'It protects. '.repeat(150),
  'updates.whenImpossible': prose(1000, 2),
  'support.note': prose(1000, 3),
  'safety.whenDataDamaged': prose(1000, 4),
  'safety.recovery': prose(1000, 5),
} as const;

eachDatabase((_kind, open) => {
  test('a product information page weighs at most 30 KB over the wire: with 12 models and with 500, with the longest texts the form takes', async () => {
    const { world, get } = await aPublicSite(await open());
    const models = (count: number): { number: string; name: string }[] =>
      Array.from({ length: count }, (_, place) => ({
        number: `HGX-${(place * 7919 + 10_007).toString(36).toUpperCase()}/${place % 9}`,
        name: `みなと ホームゲートウェイ ${place % 2 === 0 ? '白' : '黒'} ${place * 31}`,
      }));
    for (const [count, answers] of [
      [12, {}],
      [12, LONGEST],
      [500, {}],
      [500, LONGEST],
    ] as const) {
      const { label } = await aGrantedCase(world, { models: models(count), answers });
      for (const path of [`/labels/${label.number}`, `/en/labels/${label.number}`]) {
        const sent = await get(path, { headers: { 'accept-encoding': 'gzip' } });
        assert.equal(sent.headers.get('content-encoding'), 'gzip');
        const weight = (await sent.arrayBuffer()).byteLength;
        assert.ok(weight <= MOST_BYTES, `${path} with ${count} models weighs ${weight} bytes`);
        const words = await (await get(path)).text();
        for (const { number } of models(count)) assert.ok(words.includes(`<bdi>${number}<`), number);
      }
    }
  });

  test('a page asks for nothing else: no script, no picture, no style sheet, no frame, no cookie', async () => {
    const { world, get } = await aPublicSite(await open());
    const { label } = await aGrantedCase(world);
    for (const path of [
      '/',
      '/search?q=x',
      `/labels/${label.number}`,
      `/en/labels/${label.number}/declaration`,
      '/terms',
    ]) {
      const answer = await get(path);
      const page = await answer.text();
      assert.doesNotMatch(
        page,
        /<(script|img|iframe|object|embed|video|audio|source)\b|@import|url\(|\son\w+=|\sstyle=/i,
        path,
      );
      assert.doesNotMatch(page, /<link rel="(stylesheet|preload|prefetch|preconnect)/, path);
      assert.equal(answer.headers.get('set-cookie'), null, path);
    }
  });
});
