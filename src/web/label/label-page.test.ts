import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aGrantedCase } from '../../../testing/builders/cases.ts';
import { eachDatabase } from '../../../testing/database.ts';
import { aPublicSite, wordsOf } from '../../../testing/public-site.ts';

eachDatabase((_kind, open) => {
  test('the first line of a label page says whether the label is valid today, in both languages', async () => {
    const { world, page } = await aPublicSite(await open());
    const { label } = await aGrantedCase(world);
    assert.match(
      wordsOf(await page(`/labels/${label.number}`)),
      /^ *このラベルは今日、有効です。 有効期間は2028年3月31日まで/,
    );
    assert.match(
      wordsOf(await page(`/en/labels/${label.number}`)),
      /^ *This label is valid today\. It is valid until 31 March 2028/,
    );
  });

  test('the answer changes at midnight in Tokyo, not in UTC: valid, in grace, lapsed (DOMAIN §6)', async () => {
    const { world, page } = await aPublicSite(await open());
    const { label } = await aGrantedCase(world);
    const firstLineAt = async (moment: string): Promise<string> => {
      world.clock.set(moment);
      return wordsOf(await page(`/labels/${label.number}`)).trim();
    };
    assert.match(await firstLineAt('2028-03-31T14:59:59Z'), /^このラベルは今日、有効です。/);
    assert.match(
      await firstLineAt('2028-03-31T15:00:00Z'),
      /^このラベルは今日、有効ではありません。2028年4月30日まで失効猶予/,
    );
    assert.match(await firstLineAt('2028-04-30T14:59:59Z'), /^このラベルは今日、有効ではありません。/);
    assert.match(await firstLineAt('2028-04-30T15:00:00Z'), /^このラベルは2028年5月1日に失効しました。/);
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

  test('what the criteria protect, and against which threats, is named for the reader (DOMAIN §4)', async () => {
    const { world, page } = await aPublicSite(await open());
    const { label } = await aGrantedCase(world);
    const set = world.scheme.criteriaSets.find(({ id }) => id === 'S1');
    const named = [...(set?.assets ?? []), ...(set?.threats ?? [])];
    assert.ok(named.length > 5);
    for (const [language, path] of [
      ['ja', ''],
      ['en', '/en'],
    ] as const) {
      const text = await page(`${path}/labels/${label.number}`);
      for (const { name } of named) assert.ok(text.includes(name[language]), name[language]);
    }
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

  test('the artwork on the page carries the label’s number, and goes when the label lapses', async () => {
    const { world, page } = await aPublicSite(await open());
    const { label } = await aGrantedCase(world);
    const address = `/labels/${label.number}`;
    assert.match(await page(address), new RegExp(`<title id="label-title">適合ラベル ${label.number}</title>`));
    world.clock.set('2028-06-01T00:00:00Z');
    assert.doesNotMatch(await page(address), /label-title/);
  });
});
