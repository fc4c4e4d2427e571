import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aGrantedCase } from '../../../testing/builders/cases.ts';
import { manyLabels } from '../../../testing/builders/many-labels.ts';
import { eachDatabase } from '../../../testing/database.ts';
import { equal } from '../../../testing/equal.ts';
import { aPublicSite } from '../../../testing/public-site.ts';
import { readXml, type XmlElement } from '../../../testing/read-xml.ts';

const named = (element: XmlElement, name: string): readonly XmlElement[] =>
  element.children.filter((child) => child.name === name);
const textOf = (element: XmlElement, name: string): string => named(element, name)[0]?.text ?? '';

/** What RFC 4287 asks of every feed (4.1.1, 4.1.2, 3.3, 4.2.7.2); answers with its entries. */
function soundFeed(document: string): readonly XmlElement[] {
  const feed = readXml(document);
  equal([feed.name, feed.attributes['xmlns']], ['feed', 'http://www.w3.org/2005/Atom']);
  const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;
  const entries = named(feed, 'entry');
  for (const each of [feed, ...entries]) {
    for (const name of ['id', 'title', 'updated']) equal(named(each, name).length, 1, name);
    assert.ok(URL.canParse(textOf(each, 'id')), 'an id is an absolute IRI');
    assert.match(textOf(each, 'updated'), moment);
    const alternates = named(each, 'link').filter(({ attributes }) => attributes['rel'] === 'alternate');
    equal(alternates.length, 1);
    assert.ok(URL.canParse(alternates[0]?.attributes['href'] ?? ''));
  }
  equal(named(feed, 'author').length, 1);
  assert.notEqual(textOf(named(feed, 'author')[0] ?? feed, 'name'), '');
  const selves = named(feed, 'link').filter(({ attributes }) => attributes['rel'] === 'self');
  equal([selves.length, selves[0]?.attributes['href']], [1, textOf(feed, 'id')]);
  equal(new Set(entries.map((entry) => textOf(entry, 'id'))).size, entries.length, 'each id once');
  const moments = entries.map((entry) => textOf(entry, 'updated'));
  equal(moments, moments.toSorted().toReversed(), 'the latest first');
  if (entries.length > 0) equal(textOf(feed, 'updated'), moments[0]);
  return entries;
}

eachDatabase((_kind, open) => {
  test('the feeds of all, of a label, its maker, its type and a search tell of its publication and of what the calendar brings', async () => {
    const { world, page } = await aPublicSite(await open());
    const { number } = (await aGrantedCase(world)).label;
    const maker = /href="(\/makers\/[^"]+)"/.exec(await page('/makers'))?.[1] ?? '';
    const type = /href="(\/types\/[^"]+)"/.exec(await page(`/labels/${number}`))?.[1] ?? '';
    const feeds = [
      '/feed.atom',
      `/labels/${number}/feed.atom`,
      `${maker}/feed.atom`,
      `${type}/feed.atom`,
      '/search/feed.atom?q=HGW',
    ];
    const what = async (path: string): Promise<readonly string[]> =>
      soundFeed(await page(path)).map((entry) => textOf(entry, 'id').replace(/^.*\/labels\//, ''));
    for (const path of feeds) equal(await what(path), [`${number}#published`], path);
    world.clock.set('2028-04-10T00:00:00Z');
    for (const path of feeds) equal(await what(path), [`${number}#in_grace`, `${number}#published`], path);
    world.clock.set('2028-05-20T00:00:00Z');
    const all = [`${number}#lapsed`, `${number}#in_grace`, `${number}#published`];
    for (const path of feeds) equal(await what(`/en${path}`), all, path);
    equal(await what('/search/feed.atom?q=NOTHING'), []);
    equal(await what('/search/feed.atom?q=HGW&state=valid'), []);
  });

  test('pages say where their feed is, and it is there', async () => {
    const { world, page } = await aPublicSite(await open());
    const { number } = (await aGrantedCase(world)).label;
    for (const path of [
      '/',
      '/en/',
      `/labels/${number}`,
      `/en/labels/${number}`,
      '/search?q=HGW&level=s1',
      '/types/router',
    ]) {
      const found = /<link rel="alternate" type="application\/atom\+xml" title="[^"]+" href="([^"]+)"/.exec(
        await page(path),
      );
      soundFeed(await page(found?.[1]?.replaceAll('&amp;', '&') ?? assert.fail(path)));
    }
  });

  test('words of a vendor that are markup, or that no XML may hold, leave the feed well-formed', async () => {
    const { world, page } = await aPublicSite(await open());
    const name = `]]><script>&amp;"'${String.fromCodePoint(0xffff)}\u{1F600}`;
    await aGrantedCase(world, { answers: { 'product.nameEn': name, 'vendor.nameEn': name } });
    const [entry] = soundFeed(await page('/en/feed.atom'));
    assert.ok(textOf(entry ?? assert.fail(), 'title').includes(`]]><script>&amp;"'\u{1F600}`));
    const asked = encodeURIComponent('"><x>&');
    soundFeed(await page(`/search/feed.atom?q=${asked}`));
  });

  test('a feed asked for again is not sent again, is stable, and is kept until midnight at most', async () => {
    const { world, get } = await aPublicSite(await open());
    await manyLabels(world, 120);
    const first = await get('/feed.atom');
    const text = await first.text();
    equal(soundFeed(text).length, 50);
    equal(await (await get('/feed.atom')).text(), text);
    const tag = first.headers.get('etag') ?? '';
    equal((await get('/feed.atom', { headers: { 'if-none-match': tag } })).status, 304);
    equal(first.headers.get('content-type'), 'application/atom+xml; charset=utf-8');
    equal(first.headers.get('access-control-allow-origin'), '*');
    world.clock.set(`${world.today().toString()}T14:59:30Z`);
    equal((await get('/feed.atom')).headers.get('cache-control'), 'public, max-age=30');
    await aGrantedCase(world);
    equal((await get('/feed.atom', { headers: { 'if-none-match': tag } })).status, 200);
  });

  test('a label under embargo is in no feed', async () => {
    const { world, get, page } = await aPublicSite(await open());
    const wishedOn = world.today().add({ days: 7 });
    const { number } = (await aGrantedCase(world, { answers: { 'publication.wishedOn': wishedOn } })).label;
    assert.doesNotMatch(await page('/feed.atom'), new RegExp(number));
    equal((await get(`/labels/${number}/feed.atom`)).status, 404);
    equal((await get('/makers/nobody/feed.atom')).status, 404);
    equal((await get('/types/nothing/feed.atom')).status, 404);
  });
});
