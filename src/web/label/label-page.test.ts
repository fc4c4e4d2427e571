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

/** The words of a page in the order they are read, without tags, style and drawings. */
function wordsOf(page: string): string {
  return page
    .replace(/<(style|svg|head)[\s>][\s\S]*?<\/\1>/g, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');
}

const mainOf = (page: string): string => wordsOf(page.slice(page.indexOf('<main')));

eachDatabase((_kind, open) => {
  test('the first line of a label page says whether the label is valid today, in both languages', async () => {
    const { world, page } = await aPublicSite(await open());
    const { label } = await aGrantedCase(world);
    assert.match(
      mainOf(await page(`/labels/${label.number}`)),
      /^ *このラベルは今日、有効です。 有効期間は2028年3月31日まで/,
    );
    assert.match(
      mainOf(await page(`/en/labels/${label.number}`)),
      /^ *This label is valid today\. It is valid until 31 March 2028/,
    );
  });

  test('the answer changes at midnight in Tokyo, not in UTC: valid, in grace, lapsed (DOMAIN §6)', async () => {
    const { world, page } = await aPublicSite(await open());
    const { label } = await aGrantedCase(world);
    const firstLineAt = async (moment: string): Promise<string> => {
      world.clock.set(moment);
      return mainOf(await page(`/labels/${label.number}`)).trim();
    };
    assert.match(await firstLineAt('2028-03-31T14:59:59Z'), /^このラベルは今日、有効です。/);
    assert.match(
      await firstLineAt('2028-03-31T15:00:00Z'),
      /^このラベルは今日、有効ではありません。2028年4月30日まで失効猶予/,
    );
    assert.match(await firstLineAt('2028-04-30T14:59:59Z'), /^このラベルは今日、有効ではありません。/);
    assert.match(await firstLineAt('2028-04-30T15:00:00Z'), /^このラベルは2028年5月1日に失効しました。/);
  });

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
    assert.match(mainOf(await answer.text()), /The registration number seems to be mistyped/);
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

  test('what a vendor wrote cannot become markup, an address of another kind, or turn the text around it', async () => {
    const { world, get, page } = await aPublicSite(await open());
    const hostile = `</title><script>alert(1)</script>"' onmouseover=x \u202edesrever & <b>`;
    const answers = {
      'product.name': hostile,
      'product.nameEn': hostile,
      'product.description': `${hostile}\n二行目`,
      'vendor.inquiry': 'javascript:alert(1)',
      'vulnerability.contact': 'mailto:x@y"><script>alert(1)</script>',
    };
    const models = [{ number: '"><svg onload=alert(1)>', name: hostile }];
    const { label } = await aGrantedCase(world, { answers, models });
    const paths = [
      `/labels/${label.number}`,
      `/en/labels/${label.number}`,
      `/labels/${label.number}/declaration`,
      '/',
      '/search?q=alert',
    ];
    for (const path of paths) {
      const text = await page(path);
      assert.doesNotMatch(text, /<script|<svg onload|<b>|href="javascript:|href="mailto:x/i, path);
      assert.doesNotMatch(text.slice(0, text.indexOf('</head>')), /\u202e/, path);
      for (const { index } of text.matchAll(/\u202e/g)) {
        const before = text.slice(0, index);
        const isInside = before.lastIndexOf('<bdi') > before.lastIndexOf('</bdi>');
        assert.ok(isInside || /value="[^"]*$/.test(before), `${path}: ${before.slice(-80)}`);
      }
    }
    assert.match(wordsOf(await page(paths[0] ?? '')), /&lt;script&gt;/);
    assert.equal((await get(`/search?q=${encodeURIComponent(hostile)}`)).status, 200);
  });

  test('what a label does not say, who answers for what, and the user’s part are on the page, by what the product can do', async () => {
    const { world, page } = await aPublicSite(await open());
    const { scheme } = world;
    const lock = (await aGrantedCase(world, { productType: 'smart-lock' })).label.number;
    const router = (await aGrantedCase(world)).label.number;
    const [of, ofRouter] = [wordsOf(await page(`/en/labels/${lock}`)), wordsOf(await page(`/en/labels/${router}`))];
    const escaped = (text: string): string =>
      text.replaceAll('&', '&amp;').replaceAll("'", '&#39;').replaceAll('"', '&quot;');
    for (const text of [...scheme.claims.says, ...scheme.claims.doesNotSay])
      assert.ok(of.includes(escaped(text.en)), text.en);
    for (const { answersFor } of scheme.responsibilities) assert.ok(of.includes(escaped(answersFor.en)), answersFor.en);
    for (const { text, onlyWithSafetyFunction } of scheme.userDuties) {
      assert.ok(of.includes(escaped(text.en)), text.en);
      assert.equal(ofRouter.includes(escaped(text.en)), !onlyWithSafetyFunction, text.en);
    }
  });

  test('a criterion’s wording that is not the official one is marked', async () => {
    const { world, page } = await aPublicSite(await open());
    const { label } = await aGrantedCase(world);
    const text = await page(`/labels/${label.number}`);
    const set = world.scheme.criteriaSets.find(({ id }) => id === 'S1');
    const marks = text.split('(再構成した題名)').length - 1;
    assert.equal(marks, set?.criteria.filter(({ status }) => status === 'reconstructed').length);
    assert.ok(marks > 0);
  });

  test('support that ends before the label does is warned about (DOMAIN §5)', async () => {
    const { world, page } = await aPublicSite(await open());
    const early = await aGrantedCase(world, { answers: { 'support.endsOn': world.today().add({ months: 3 }) } });
    const late = await aGrantedCase(world);
    const warning = /サポートは、ラベルの有効期間より先に終わります/;
    assert.match(await page(`/labels/${early.label.number}`), warning);
    assert.doesNotMatch(await page(`/labels/${late.label.number}`), warning);
  });

  test('a reader learns the support left from the day of purchase, typed as they like, and nothing of it is kept', async () => {
    const { world, get, logged } = await aPublicSite(await open());
    const { label } = await aGrantedCase(world);
    const asked = async (typed: string): Promise<string> => {
      const answer = await get(`/labels/${label.number}?bought=${encodeURIComponent(typed)}`);
      assert.equal(answer.headers.get('cache-control'), 'no-store');
      return wordsOf(await answer.text());
    };
    const told = /2026年11月22日に買った製品は、2031年4月1日まで、4年4か月サポートされます。/;
    assert.match(await asked('2026-11-22'), told);
    assert.match(await asked('令和８年１１月２２日'), told);
    assert.match(await asked('2026-02-30'), /暦にない日です/);
    assert.match(await asked('<b>いつか'), /日付として読めませんでした/);
    assert.match(await asked('2032-01-01'), /サポートは2031年4月1日に終わります。2032年1月1日に買うと/);
    assert.doesNotMatch(logged.join('\n'), /bought|11-22/);
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

  test('the artwork on the page carries the label’s number, and goes when the label lapses', async () => {
    const { world, page } = await aPublicSite(await open());
    const { label } = await aGrantedCase(world);
    const address = `/labels/${label.number}`;
    assert.match(await page(address), new RegExp(`<title id="label-title">適合ラベル ${label.number}</title>`));
    world.clock.set('2028-06-01T00:00:00Z');
    assert.doesNotMatch(await page(address), /label-title/);
  });
});
