import assert from 'node:assert/strict';
import { test } from 'node:test';
import { equal } from '../../../testing/equal.ts';
import { message } from '../../i18n/message.ts';
import { answerList } from './answer-list.ts';
import { button } from './button.ts';
import { choiceList } from './choice-list.ts';
import { errorSummary, titleWithFaults } from './error-summary.ts';
import { fileList } from './file-list.ts';
import { fileName } from './file-name.ts';
import { fileSize } from './file-size.ts';
import { formHidden } from './form-hidden.ts';
import { queryLink } from './query-link.ts';
import type { Reader } from './reader.ts';
import { textArea } from './text-area.ts';
import { textField } from './text-field.ts';

const english = { language: 'en', say: (...given: [never]) => message('en', ...given) } as unknown as Reader;

const DIGEST = 'ab12'.repeat(16);

async function flat(part: unknown): Promise<string> {
  return String(await part).replace(/\s+/g, ' ');
}

test('what was typed is shown again as text, whatever it is', async () => {
  const typed = '"><script>alert(1)</script>&amp;';
  const field = await flat(textField(english, { name: 'product.name', label: 'Name', value: typed }));
  assert.doesNotMatch(field, /<script/);
  assert.match(field, /value="&quot;&gt;&lt;script&gt;alert\(1\)&lt;\/script&gt;&amp;amp;"/);
});

test('a text that begins with line breaks keeps them all: a browser drops exactly the one after the tag', async () => {
  const area = String(await textArea(english, { name: 'a', label: 'A', value: '\n\nx' }));
  assert.match(area, />\n\n\nx<\/textarea>/);
});

test('the texts of a field are tied to it in the order they stand: remark, support, counter, error', async () => {
  const field = {
    name: 'a',
    label: 'A',
    support: 'How',
    remark: 'Say more',
    error: 'Too long',
    most: 5,
    value: 'abcdef',
  };
  const area = await flat(textArea(english, field));
  const [, ids = ''] = /aria-describedby="([^"]+)"/.exec(area) ?? [];
  equal(ids.split(' '), ['a-remark', 'a-support', 'a-error', 'a-counter']);
  for (const id of ids.split(' ')) assert.ok(area.includes(`id="${id}"`), id);
  assert.match(area, /aria-invalid="true"/);
  assert.match(area, /abcdef<\/textarea>/);
  const plain = await flat(textField(english, { name: 'a', label: 'A' }));
  assert.doesNotMatch(plain, /aria-/);
});

test('choices tie their error to the whole question, and an error link leads to it', async () => {
  const choices = ['x', 'y'].map((value) => ({ value, words: value.toUpperCase() }));
  const list = await flat(
    choiceList(english, { name: 'q', label: 'Q', takes: 'many', choices, chosen: ['y'], error: 'E' }),
  );
  assert.match(list, /<fieldset class="form-field" id="q" tabindex="-1" aria-describedby="q-error"/);
  equal(
    [...list.matchAll(/<input [^>]*>/g)].map(([input]) => /checked/.test(input)),
    [false, true],
  );
  const summary = await flat(errorSummary(english, [{ field: 'q', words: 'E' }, { words: 'All' }]));
  assert.match(summary, /<a href="#q">E<\/a>/);
  assert.match(summary, /<li>All<\/li>/);
  assert.equal(errorSummary(english, []), '');
});

test('the title of a page with faults begins with the word for it', () => {
  assert.equal(titleWithFaults(english, 'Vendor', [{ words: 'E' }]), 'Error: Vendor');
  assert.equal(titleWithFaults(english, 'Vendor', []), 'Vendor');
});

test('a button that is off submits nothing, can be reached, and says why', async () => {
  const off = await flat(button({ words: 'Submit', name: 'act', value: 'x', off: { id: 'why', reason: 'No fee.' } }));
  assert.match(off, /<button type="button" [^>]*aria-disabled="true" aria-describedby="why"/);
  assert.match(off, /id="why">No fee\.</);
  assert.doesNotMatch(off, /name=| disabled/);
  const on = await flat(button({ words: 'Submit', name: 'act', value: 'x' }));
  assert.match(on, /type="submit" [^>]*name="act" value="x"/);
});

test('an answer that was not given is said to be missing, and several lines stay several', async () => {
  const list = String(
    await answerList(english, [
      { question: 'A', answer: '', change: '/a#a' },
      { question: 'B', answer: 'one\ntwo', seenBy: 'confidential' },
    ]),
  );
  assert.match(list, /Not given/);
  assert.match(list, /aria-label="Change: A"/);
  assert.match(list, /one\ntwo/);
  assert.match(list, /Confidential/);
});

test('the name of a file cannot pass for another kind of file: unseen marks are shown', async () => {
  const name = await flat(fileName('invoice\u202Efdp.exe'));
  assert.equal(name, '<bdi class="file-name">invoice<span class="file-name__unseen">U+202E</span>fdp.exe</bdi>');
  assert.match(await flat(fileName('試験報告書𠮷.pdf')), />試験報告書𠮷\.pdf</);
});

test('a size is read at a glance, and a receipt names every byte and the whole digest', async () => {
  equal(
    [0, 1, 999, 1000, 1_234_567, 2_000_000_000].map((bytes) => fileSize('en', bytes)),
    ['0 bytes', '1 byte', '999 bytes', '1 kB', '1.2 MB', '2 GB'],
  );
  assert.equal(fileSize('ja', 1_234_567), '1.2 MB');
  const file = { name: 'a.pdf', bytes: 1_234_567, sha256: DIGEST, state: 'scanned' } as const;
  const listed = await flat(fileList(english, [file]));
  assert.match(listed, /<code>ab12ab12ab12…<\/code>/);
  const receipt = await flat(fileList(english, [file], 'whole'));
  assert.ok(receipt.includes(`<code>${DIGEST}</code>`));
  assert.match(receipt, /1,234,567 bytes/);
});

test('the idempotency key is marked as being for the sending only', async () => {
  const hidden = await flat(formHidden({ csrf: 'c', idempotencyKey: 'k', more: { version: '7' } }));
  equal(
    [...hidden.matchAll(/name="(\w+)" value="(\w+)"( data-once)?/g)].map(([, name, value, once]) => [
      name,
      value,
      once !== undefined,
    ]),
    [
      ['csrf', 'c', false],
      ['idempotency_key', 'k', true],
      ['version', '7', false],
    ],
  );
});

test('a link to a list keeps its query and leaves out what is empty', () => {
  assert.equal(
    queryLink('/cases', { state: 'draft', page: '3' }, { sort: 'opened', page: undefined }),
    '/cases?state=draft&sort=opened',
  );
  assert.equal(queryLink('/cases', { q: '' }), '/cases');
  assert.equal(queryLink('/cases', { q: 'a&b 会' }), '/cases?q=a%26b+%E4%BC%9A');
});
