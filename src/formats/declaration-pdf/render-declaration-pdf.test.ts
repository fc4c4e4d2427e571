import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test, type TestContext } from 'node:test';
import { equal } from '../../../testing/equal.ts';
import { LANGUAGES } from '../../core/kernel/text.ts';
import { declarationExample } from './declaration-example.ts';
import { renderDeclarationPdf } from './render-declaration-pdf.ts';

test('the file says that it is PDF/UA-1 (ISO 14289-1, 5), with title, author, language and tags', async () => {
  for (const [language, title] of [
    ['ja', '供給者適合宣言書 DOC-2026-000123-K'],
    ['en', 'Supplier’s declaration of conformity DOC-2026-000123-K'],
  ] as const) {
    const pdf = Buffer.from(await renderDeclarationPdf(declarationExample(), language));
    const text = pdf.toString('utf8');
    assert.match(text, /<pdfuaid:part>1<\/pdfuaid:part>/);
    assert.ok(text.includes(`<rdf:li xml:lang="x-default">${title}</rdf:li>`), 'the title is in the metadata');
    assert.ok(text.includes('例示電機株式会社'), 'the author is in the metadata');
    assert.match(text, new RegExp(`/Lang ?\\(${language}\\)`));
    assert.match(text, /\/MarkInfo ?<<[^>]*\/Marked true/);
    assert.match(text, /\/DisplayDocTitle true/);
  }
});

test('the document holds all content of ISO/IEC 17050-1:2004, 6.1 a to h, in Japanese', async (t) => {
  const text = textOf(t, await renderDeclarationPdf(declarationExample(), 'ja'));
  if (text === undefined) return;
  const content = {
    a: 'DOC-2026-000123-K',
    b: '例示電機株式会社',
    'b, contact': 'psirt@example.jp',
    c: 'ARG-300/JP',
    d: '次に掲げる適合基準に適合している',
    e: 'S1.1-03',
    'e, wording': '再構成したもの',
    'e, verdict': '相互承認により充足',
    f: '2026年4月1日',
    g: '品質保証部長',
    h: '2028年3月31日',
    '6.2': '製造会社（有資格者）',
  };
  for (const [clause, words] of Object.entries(content)) assert.ok(text.includes(words), `${clause}: ${words}`);
});

test('and in English, with what the issuer wrote left as it was', async (t) => {
  const text = textOf(t, await renderDeclarationPdf(declarationExample(), 'en'));
  if (text === undefined) return;
  for (const words of [
    '1 April 2026',
    'Satisfied by recognition',
    'Network camera',
    '例示電機株式会社',
    'Label-issuing body',
  ]) {
    assert.ok(text.includes(words), words);
  }
});

test('wording that is official throughout carries no note', async (t) => {
  const { requirements } = declarationExample();
  const criteria = requirements.criteria.map((criterion) => ({ ...criterion, wording: 'official' as const }));
  const text = textOf(
    t,
    await renderDeclarationPdf(declarationExample({ requirements: { ...requirements, criteria } }), 'ja'),
  );
  assert.ok(text === undefined || !/公式|\*\d/.test(text));
});

test('without a last day of validity the document says that there is none', async (t) => {
  const text = textOf(t, await renderDeclarationPdf(declarationExample({ limits: { others: [] } }), 'en'));
  assert.ok(text === undefined || text.includes('No period of validity is set.'));
});

test('five hundred model numbers are all there', async (t) => {
  const models = Array.from(
    { length: 500 },
    (_, index) => `ARG-${1000 + index}${index % 9 === 0 ? '-OUTDOOR/JP' : ''}`,
  );
  const { object } = declarationExample();
  const text = textOf(t, await renderDeclarationPdf(declarationExample({ object: { ...object, models } }), 'en'));
  if (text === undefined) return;
  const words = new Set(text.split(/\s+/));
  equal(
    models.filter((model) => !words.has(model)),
    [],
  );
  assert.ok(text.includes('Model numbers: 500'));
});

test('strings that look like typesetting commands, hide or turn text appear as what they are', async (t) => {
  const hostile = '#panic("x") $y$ ] \\ *b* _i_ <l> @r `c` // z [U] \u202egnitteseepyt\u0007 שלום';
  const pdf = await renderDeclarationPdf(
    declarationExample({
      declarationNumber: '#1 ] $',
      issuer: { name: hostile, address: `${hostile}\n${hostile}`, contact: hostile },
      signatory: { name: hostile, function: hostile, signature: { ja: hostile, en: hostile } },
      limits: { others: [hostile] },
    }),
    'en',
  );
  const text = textOf(t, pdf);
  if (text === undefined) return;
  const shown = '#panic("x") $y$ ] \\ *b* _i_ <l> @r `c` // z [U] [U+202E]gnitteseepyt[U+0007]';
  assert.ok(text.replace(/\s+/g, ' ').split(shown).length >= 6, text);
  assert.ok(text.includes('[U+05E9]') && !text.includes('\u202e'));
});

test('a word longer than a line breaks inside the page and can still be copied whole', async (t) => {
  const word = 'ABCDEFGHIJ'.repeat(40);
  const { object } = declarationExample();
  const pdf = await renderDeclarationPdf(declarationExample({ object: { ...object, productName: word } }), 'ja');
  const text = textOf(t, pdf);
  if (text === undefined) return;
  assert.ok(text.replace(/\s+/g, '').includes(word));
  assert.ok(!text.includes('\u200b'));
  assert.ok(Math.max(...text.split('\n').map((line) => line.trim().length)) < 120, 'no line runs off the page');
});

test('a declaration without models, criteria, remarks or responsibilities is still a document', async () => {
  const { object, requirements } = declarationExample();
  const bare = declarationExample({
    object: { ...object, models: [] },
    requirements: { ...requirements, criteria: [] },
    responsibilities: [],
    furtherFacts: [],
  });
  for (const language of LANGUAGES) assert.ok((await renderDeclarationPdf(bare, language)).length > 10_000);
});

test('the same declaration gives the same bytes', async () => {
  const [one, other] = [
    await renderDeclarationPdf(declarationExample(), 'ja'),
    await renderDeclarationPdf(declarationExample(), 'ja'),
  ];
  assert.ok(Buffer.from(one).equals(other));
});

test('two hundred declarations in a row do not make the process grow', async () => {
  for (let round = 0; round < 40; round += 1) await renderNumbered(round);
  const before = process.memoryUsage.rss();
  for (let round = 40; round < 240; round += 1) await renderNumbered(round);
  const grown = (process.memoryUsage.rss() - before) / 1e6;
  assert.ok(grown < 40, `grew by ${grown.toFixed(0)} MB`);
});

async function renderNumbered(round: number): Promise<void> {
  await renderDeclarationPdf(declarationExample({ declarationNumber: `DOC-${round}` }), 'ja');
}

/** What poppler's pdftotext reads; undefined, and the test marked as skipped, where it is not installed. */
function textOf(t: TestContext, pdf: Uint8Array): string | undefined {
  const read = spawnSync('pdftotext', ['-enc', 'UTF-8', '-', '-'], { input: pdf, maxBuffer: 64e6 });
  if (read.error !== undefined) {
    t.skip('pdftotext is missing: install poppler-utils to read the document back');
    return undefined;
  }
  assert.equal(read.status, 0, read.stderr.toString());
  return read.stdout.toString('utf8');
}
