import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aGrantedCase } from '../../../testing/builders/cases.ts';
import { okOf } from '../../../testing/builders/world.ts';
import { eachDatabase } from '../../../testing/database.ts';
import { aPublicSite } from '../../../testing/public-site.ts';
import { makeCredentials } from '../../app/credential/make-credentials.ts';

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

  test('names of people stand on the declaration alone, and can be taken away without touching the log', async () => {
    const { world, page, get } = await aPublicSite(await open());
    const names = ['甲野 太郎', '専務取締役 甲野', '乙山 花子'];
    const [signatory, position, evaluator] = names;
    const { number } = (
      await aGrantedCase(world, {
        answers: {
          'declaration.signatory': signatory,
          'declaration.function': position,
          'evaluation.evaluatorName': evaluator,
        },
      })
    ).label;
    okOf(await makeCredentials(world.deps, new AbortController().signal));
    const size = Number((await page('/log/checkpoint')).split('\n')[1]);
    const logged = `/log/tile/entries/000.p/${size}`;
    const [, payload = ''] = (await page(`/labels/${number}/credential`)).split('.');
    const told = [Buffer.from(payload, 'base64url').toString()];
    const shown = ['', '.json'].map((ending) => `/labels/${number}${ending}`);
    for (const path of [logged, '/labels.jsonl', '/api/v1/dump/labels.jsonl', `/api/v1/labels/${number}`, ...shown]) {
      const answer = Buffer.from(await (await get(path)).arrayBuffer());
      assert.ok(answer.includes(number), `${path} says nothing of the label`);
      told.push(answer.toString());
    }
    for (const name of names) assert.ok(!told.some((text) => text.includes(name)), name);

    const declaration = `/labels/${number}/declaration`;
    const before = await page(declaration);
    for (const name of names) assert.ok(before.includes(name), name);
    await world.deps.db.pool.query('delete from declared_answers');
    const after = await page(declaration);
    for (const name of names) assert.ok(!after.includes(name), name);
    assert.equal((await get(`${declaration}.pdf`)).status, 200);
  });

  test('a declaration whose record was logged with its names still holds them', async () => {
    const { world, page } = await aPublicSite(await open());
    const { number } = (await aGrantedCase(world)).label;
    await world.deps.db.pool.query('delete from declared_answers');
    await world.deps.db.pool.query(
      `update labels set record = jsonb_set(record::jsonb, '{answers,declaration.signatory}', '"甲野 太郎"')::text`,
    );
    assert.ok((await page(`/labels/${number}/declaration`)).includes('甲野 太郎'));
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
