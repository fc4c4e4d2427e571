import assert from 'node:assert/strict';
import { test } from 'node:test';
import { languageOfPath, pathIn, preferredLanguage, withoutLanguage } from './language.ts';

test('the address says the language: English under /en, Japanese elsewhere', () => {
  assert.equal(languageOfPath('/en/labels/1'), 'en');
  assert.equal(languageOfPath('/en'), 'en');
  assert.equal(languageOfPath('/entry'), 'ja');
  for (const path of ['/', '/labels/1', '/search?q=x']) assert.equal(withoutLanguage(pathIn('en', path)), path);
});

test('a reader’s wishes are taken in their order, and Japanese where none is ours (RFC 9110, 12.5.4)', () => {
  const wishes = {
    'en-US,en;q=0.9': 'en',
    'ja,en;q=0.8': 'ja',
    'ja;q=0.2, EN;q=0.3': 'en',
    'fr, de;q=0.5': 'ja',
    'en;q=0': 'ja',
    '*': 'ja',
    ';;;q=x,,': 'ja',
  };
  for (const [header, language] of Object.entries(wishes)) assert.equal(preferredLanguage(header), language, header);
  assert.equal(preferredLanguage(undefined), 'ja');
});
