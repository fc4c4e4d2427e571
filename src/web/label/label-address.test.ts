import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aGrantedCase } from '../../../testing/builders/cases.ts';
import { eachDatabase } from '../../../testing/database.ts';
import { aPublicSite, wordsOf } from '../../../testing/public-site.ts';

eachDatabase((_kind, open) => {
  test('a stored page is not kept past the midnight at which the answer changes', async () => {
    const { world, get } = await aPublicSite(await open());
    const { label } = await aGrantedCase(world);
    const keptFor = async (moment: string): Promise<string | null> => {
      world.clock.set(moment);
      return (await get(`/labels/${label.number}`)).headers.get('cache-control');
    };
    assert.equal(await keptFor('2028-03-31T03:00:00Z'), 'public, max-age=300');
    assert.equal(await keptFor('2028-03-31T14:59:20Z'), 'public, max-age=40');
  });

  test('a page that is still the same is not sent again', async () => {
    const { world, get } = await aPublicSite(await open());
    const { label } = await aGrantedCase(world);
    const tag = (await get(`/labels/${label.number}`)).headers.get('etag') ?? '';
    const again = await get(`/labels/${label.number}`, { headers: { 'if-none-match': tag } });
    assert.equal(again.status, 304);
    assert.equal(await again.text(), '');
    world.clock.advance({ days: 1 });
    assert.equal((await get(`/labels/${label.number}`, { headers: { 'if-none-match': tag } })).status, 200);
  });

  test('a label under embargo cannot be told from one that does not exist', async () => {
    const { world, get } = await aPublicSite(await open());
    const wishedOn = world.today().add({ days: 10 });
    const { label } = await aGrantedCase(world, { answers: { 'publication.wishedOn': wishedOn } });
    const missing = 'S1-26-00002-8';
    for (const shape of [
      '/labels/%',
      '/en/labels/%',
      '/labels/%.json',
      '/l/%',
      '/labels/%/declaration',
      '/labels/%/declaration.pdf',
    ]) {
      const [hidden, absent] = [await get(shape.replace('%', label.number)), await get(shape.replace('%', missing))];
      assert.equal(hidden.status, 404, shape);
      assert.equal(absent.status, 404, shape);
      assert.equal(await hidden.text(), await absent.text(), shape);
      const headersOf = (answer: Response): string =>
        JSON.stringify([...answer.headers].filter(([name]) => name !== 'x-request-id'));
      assert.equal(headersOf(hidden), headersOf(absent), shape);
    }
    assert.doesNotMatch(await (await get('/')).text(), new RegExp(label.number));
    assert.doesNotMatch(await (await get(`/search?q=${label.number}`)).text(), /\/labels\/S1/);
    assert.doesNotMatch(await (await get('/labels.json')).text(), /S1-26-00001/);
  });

  test('a mistyped number is told apart, so that the reader looks at the box again', async () => {
    const { get } = await aPublicSite(await open());
    const answer = await get('/en/labels/S1-26-00001-B');
    assert.equal(answer.status, 404);
    assert.match(wordsOf(await answer.text()), /The registration number seems to be mistyped/);
  });

  test('every spelling of a number leads to its one address, and the code to the reader’s language', async () => {
    const { world, get } = await aPublicSite(await open());
    const { number } = (await aGrantedCase(world)).label;
    const compact = number.replaceAll('-', '').toLowerCase();
    const leadsTo = async (path: string, language?: string): Promise<string> => {
      const answer = await get(path, language === undefined ? {} : { headers: { 'accept-language': language } });
      return `${answer.status} ${answer.headers.get('location') ?? ''}`;
    };
    assert.equal(await leadsTo(`/labels/${compact}?bought=2026-04-01`), `308 /labels/${number}?bought=2026-04-01`);
    assert.equal(await leadsTo(`/en/labels/${compact}`), `308 /en/labels/${number}`);
    assert.equal(await leadsTo(`/labels/${encodeURIComponent('Ｓ１－２６－００００１－Ａ')}`), `308 /labels/${number}`);
    assert.equal(await leadsTo(`/labels/${compact}.json`), `308 /labels/${number}.json`);
    assert.equal(await leadsTo(`/labels/${compact}/declaration`), `308 /labels/${number}/declaration`);
    assert.equal(await leadsTo(`/l/${number}`), `302 /labels/${number}`);
    assert.equal(await leadsTo(`/L/${compact.toUpperCase()}`, 'ja;q=0.5, en-US'), `302 /en/labels/${number}`);
    assert.equal(await leadsTo(`/l/${compact}`, 'fr, de;q=0.9'), `302 /labels/${number}`);
    assert.match((await get(`/l/${number}`)).headers.get('vary') ?? '', /accept-language/i);
  });

  test('each page names the same page in the other language, and itself as canonical', async () => {
    const { world, page } = await aPublicSite(await open());
    const { number } = (await aGrantedCase(world)).label;
    const text = await page(`/en/labels/${number}`);
    assert.match(text, new RegExp(`<link rel="canonical" href="https://label.example.jp/en/labels/${number}"`));
    assert.match(text, new RegExp(`href="/labels/${number}"\\s+hreflang="ja"`));
    assert.match(text, /<html lang="en">/);
    assert.match(text, /<bdi lang="ja">お客様相談窓口/);
  });
});
