import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aGrantedCase } from '../../../testing/builders/cases.ts';
import { manyLabels } from '../../../testing/builders/many-labels.ts';
import { eachDatabase } from '../../../testing/database.ts';
import { equal } from '../../../testing/equal.ts';
import { aPublicSite } from '../../../testing/public-site.ts';

/** The address the first link with some words leads to. */
function linkTo(page: string, words: RegExp): string {
  const found = [...page.matchAll(/<a\s+href="([^"]+)"[^>]*>([\s\S]*?)<\/a\s*>/g)].find(([, , text = '']) =>
    words.test(text),
  );
  return found?.[1] ?? assert.fail(`no link ${String(words)}`);
}

eachDatabase((_kind, open) => {
  test('from a label to its maker: the names as registered, how many labels in which state, and the labels', async () => {
    const { world, page } = await aPublicSite(await open());
    const { label } = await aGrantedCase(world);
    await aGrantedCase(world, { answers: { 'vendor.nameEn': 'MINATO NETWORKS K.K.' } });
    const maker = linkTo(await page(`/labels/${label.number}`), /みなとネットワークス/);
    const shown = await page(maker);
    for (const words of [
      '株式会社みなとネットワークス',
      'MINATO NETWORKS K.K.',
      'Minato Networks Co., Ltd.',
      '>2 件<',
      '2件',
    ]) {
      assert.ok(shown.includes(words), words);
    }
    assert.match(shown, new RegExp(`href="/labels/${label.number}"`));
    assert.match(shown, /<link rel="alternate" type="application\/atom\+xml"[^>]*href="\/makers\/[^"]+\/feed\.atom"/);
    assert.match(await page(`/en${maker}`), /Names as registered/);
    world.clock.set('2028-04-10T00:00:00Z');
    assert.match(await page(maker), /state=in_grace"\s*>失効猶予<\/a\s*>\s*2件/);
    assert.equal(linkTo(await page('/makers'), /みなとネットワークス/), maker);
  });

  test('makers are listed some at a time, each once, and none twice over the pages', async () => {
    const { world, page } = await aPublicSite(await open());
    await manyLabels(world, 900);
    const seen: string[] = [];
    let next: string | undefined = '/makers';
    while (next !== undefined) {
      const shown: string = await page(next);
      const own: readonly string[] = [...shown.matchAll(/href="(\/makers\/[^"]+)"/g)].map(([, path = '']) => path);
      assert.ok(own.length <= 100);
      seen.push(...own);
      next = /rel="next" href="([^"]+)"/.exec(shown)?.[1]?.replaceAll('&amp;', '&');
    }
    const { rows } = await world.deps.db.pool.query<{ count: number }>(
      "select count(distinct maker_key)::int as count from label_search where maker_key <> ''",
    );
    equal([seen.length, new Set(seen).size], [rows[0]?.count, rows[0]?.count]);
    assert.ok(seen.length > 100, 'more than one page is needed to see this');
    assert.match(await page(seen[0] ?? ''), /class="label-card"/);
  });

  test('every product type of the scheme has its page, with its words from the scheme, its labels and their counts', async () => {
    const { world, page } = await aPublicSite(await open());
    await manyLabels(world, 60);
    const all = await page('/types');
    for (const type of world.scheme.productTypes) {
      assert.ok(all.includes(`href="/types/${type.id}"`), type.id);
    }
    const shown = await page('/types/router');
    for (const words of ['ルーター（有線・無線）', 'Router (wired or wireless)', '通信機器', 'モバイルルーター']) {
      assert.ok(shown.includes(words), words);
    }
    assert.match(shown, /class="label-card"/);
    assert.match(await page('/en/types/router'), /Communication equipment/);
    assert.match(await page('/types/smart-lock'), /安全に関わる/);
  });

  test('a maker nobody knows, a type the scheme has not and a page behind the last are not found', async () => {
    const { world, get } = await aPublicSite(await open());
    await aGrantedCase(world);
    for (const path of [
      '/makers/nobody',
      '/makers/%E0%A4',
      '/types/nothing',
      '/types/router?page=2',
      '/makers/x%2Fy',
    ]) {
      const { status } = await get(path);
      assert.ok([400, 404].includes(status), `${path} answered ${String(status)}`);
    }
    equal((await get('/makers?after=%F0%9F%98%80')).status, 200);
    equal((await get('/makers?after=%00')).status, 200);
  });

  test('on an English page a maker without an English name is marked as Japanese, wherever its name stands', async () => {
    const { world, page } = await aPublicSite(await open());
    await aGrantedCase(world);
    await aGrantedCase(world, { answers: { 'product.type': 'network-camera' } });
    const { rows } = await world.deps.db.pool.query<{ maker_key: string }>(
      "update label_search set maker_en = '', maker = '株式会社みなと' returning maker_key",
    );
    const maker = encodeURIComponent(rows[0]?.maker_key ?? '');
    await world.deps.db.pool.query(
      "update label_search set maker = 'Other', maker_key = 'other' where position = (select min(position) from label_search)",
    );
    for (const path of ['/search', `/search?maker=${maker}`, `/makers/${maker}`, `/subscribe?maker=${maker}`]) {
      const main = (await page(`/en${path}`)).replace(/[\s\S]*<main/, '').replace(/ aria-label="[^"]*"/g, '');
      const marked = main.match(/<bdi lang="ja">株式会社みなと<\/bdi>/g)?.length ?? 0;
      const cards = main.match(/株式会社みなとネットワークス/g)?.length ?? 0;
      equal(marked, (main.match(/株式会社みなと/g)?.length ?? 0) - cards, path);
      assert.ok(marked > 0, path);
    }
  });
});
