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

test('both languages fill the same placeholders, and every brace belongs to one', () => {
  for (const key of KEYS) {
    equal(placeholders(ja[key]), placeholders(en[key]), key);
    for (const text of [ja[key], en[key]]) assert.doesNotMatch(text.replace(/\{\w+\}/g, ''), /[{}]/, key);
  }
});

/** Texts that show the other language's script on purpose: names, and examples of what may be typed. */
const MIXED: readonly MessageKey[] = [
  'choice.interfaces.medium.bluetooth',
  'choice.interfaces.medium.usb',
  'cli.option.corporate-number',
  'cli.wanted.day',
  'site.demonstration.ja',
  'site.demonstration.en',
  'site.language.ja',
  'site.language.en',
  'workspace.language.ja',
  'workspace.language.en',
];

/** Whether a text has words of its own, besides placeholders and signs. */
function hasWords(text: string): boolean {
  return /\p{Letter}/u.test(text.replace(/\{\w+\}/g, ''));
}

test('Japanese texts are Japanese and English texts are English', () => {
  for (const key of KEYS.filter((candidate) => !MIXED.includes(candidate) && hasWords(ja[candidate]))) {
    assert.match(ja[key], /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u, key);
    assert.doesNotMatch(en[key], /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u, key);
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
