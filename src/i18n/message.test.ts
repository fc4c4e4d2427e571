import assert from 'node:assert/strict';
import { test } from 'node:test';
import { equal } from '../../testing/equal.ts';
import { en } from './en.ts';
import { ja } from './ja.ts';
import { message, type MessageKey } from './message.ts';

const KEYS = Object.keys(ja) as MessageKey[];

function placeholders(text: string): readonly string[] {
  return [...new Set(Array.from(text.matchAll(/\{(\w+)\}/g), (match) => match[1] ?? ''))].sort();
}

test('each text exists in both languages and none is empty', () => {
  assert.ok(KEYS.length > 30);
  equal(Object.keys(en).sort(), [...KEYS].sort());
  for (const key of KEYS) for (const text of [ja[key], en[key]]) assert.ok(text.trim() !== '', key);
});

/** Names that both languages write alike. */
const WRITTEN_ALIKE = new Set(['Bluetooth', 'USB']);
/** Japanese that English readers meet on forms, and are shown as it stands there. */
const QUOTED = ['法人番号', '令和8年11月22日'];

const JAPANESE = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;
const hasWords = (text: string): boolean => /\p{Letter}/u.test(text.replace(/\{\w+\}/g, ''));

test('both languages fill the same placeholders, and every brace belongs to one', () => {
  for (const key of KEYS) {
    // {choicesEn} is what {choices} is called in English
    equal(placeholders(ja[key]), placeholders(en[key].replace(/En\}/g, '}')), key);
    for (const text of [ja[key], en[key]]) assert.doesNotMatch(text.replace(/\{\w+\}/g, ''), /[{}]/, key);
  }
});

test('Japanese texts are Japanese and English texts are English', () => {
  for (const key of KEYS) {
    if (hasWords(ja[key]) && !WRITTEN_ALIKE.has(ja[key])) assert.match(ja[key], JAPANESE, key);
    const english = QUOTED.reduce((text, quoted) => text.replace(quoted, ''), en[key]);
    assert.doesNotMatch(english, JAPANESE, key);
  }
});

test('numbers, days and lists are written as the language writes them', () => {
  assert.equal(
    message('en', 'scheme.fault.out_of_range', { value: 12345.5, least: 0, most: 1000000 }),
    '12,345.5 cannot be used. Write a whole number from 0 to 1,000,000.',
  );
  const days = {
    first: Temporal.PlainDate.from('2025-10-01'),
    last: Temporal.PlainDate.from('2026-02-28'),
    line: 'fees s1',
  };
  assert.match(message('en', 'scheme.fault.period_gap', days), /^From 1 October 2025 to 28 February 2026 /);
  assert.match(message('ja', 'scheme.fault.period_gap', days), /^2025年10月1日から2026年2月28日まで/);
  assert.match(message('en', 'scheme.fault.unknown_choice', { known: ['a', 'b', 'c'] }), /: a, b and c\.$/);
  assert.match(message('ja', 'scheme.fault.unknown_choice', { known: ['a', 'b', 'c'] }), /a、b、c/);
});

test('a placeholder without a value is a bug, and a value with braces in it is left alone', () => {
  assert.throws(() => message('ja', 'scheme.fault.missing_key'), /missing_key needs key/);
  assert.match(message('en', 'scheme.fault.missing_key', { key: '{key}' }), /"\{key\}"/);
});
