import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aGrantedCase } from '../../../testing/builders/cases.ts';
import { eachDatabase } from '../../../testing/database.ts';
import { aPublicSite } from '../../../testing/public-site.ts';

eachDatabase((_kind, open) => {
  test('the declaration’s page holds all content of ISO/IEC 17050-1:2004, 6.1 a to h, in both languages', async () => {
    const { world, page } = await aPublicSite(await open());
    const { label, application } = await aGrantedCase(world, {
      answers: { 'declaration.limitations': '屋内での使用に限る。' },
    });
    const { answers } = application;
    for (const prefix of ['', '/en']) {
      const text = await page(`${prefix}/labels/${label.number}/declaration`);
      const content = {
        a: answers['declaration.identifier'],
        b: answers['vendor.name'],
        'b, address': answers['vendor.address'],
        c: answers['product.name'],
        'c, model': 'HGW-700K',
        d: prefix === '' ? '次に掲げる適合基準に適合している' : 'is in conformity with the criteria',
        e: 'S1.1-16',
        f: answers['declaration.place'],
        g: answers['declaration.signatory'],
        'g, function': answers['declaration.function'],
        h: '屋内での使用に限る。',
      };
      for (const [clause, words] of Object.entries(content))
        assert.ok(text.includes(String(words)), `${prefix} ${clause}`);
    }
  });

  test('the declaration is had as PDF/UA-1 in both languages, under a name that says whose it is', async () => {
    const { world, get } = await aPublicSite(await open());
    const { number } = (await aGrantedCase(world)).label;
    for (const [prefix, language] of [
      ['', 'ja'],
      ['/en', 'en'],
    ] as const) {
      const answer = await get(`${prefix}/labels/${number}/declaration.pdf`);
      assert.equal(answer.headers.get('content-type'), 'application/pdf');
      assert.equal(
        answer.headers.get('content-disposition'),
        `inline; filename="declaration-${number}-${language}.pdf"`,
      );
      const bytes = Buffer.from(await answer.arrayBuffer());
      assert.match(bytes.toString('utf8'), /^%PDF-1\.\d[\s\S]*<pdfuaid:part>1<\/pdfuaid:part>/);
      assert.match(bytes.toString('utf8'), new RegExp(`/Lang ?\\(${language}\\)`));
    }
  });

  test('the page of a declaration whose label has lapsed says so first', async () => {
    const { world, page } = await aPublicSite(await open());
    const { number } = (await aGrantedCase(world)).label;
    world.clock.set('2028-07-01T00:00:00Z');
    assert.match(await page(`/labels/${number}/declaration`), /data-state="lapsed"/);
  });
});
