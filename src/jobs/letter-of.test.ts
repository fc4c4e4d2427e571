import assert from 'node:assert/strict';
import { test } from 'node:test';
import { equal } from '../../testing/equal.ts';
import { japaneseScheme } from '../../testing/schemes.ts';
import type { Announcement } from '../app/mail/announcement.ts';
import { letterOf } from './letter-of.ts';

const DEPS = {
  baseUrl: 'https://label.example.jp',
  scheme: { scheme: japaneseScheme },
} as unknown as Parameters<typeof letterOf>[0];
const GIVEN: Announcement = {
  kind: 'mandate-given',
  facts: { vendor: 'Minato', agent: 'Agents', from: Temporal.PlainDate.from('2026-04-01') },
  path: '/workspace/mandates',
  recipients: [],
};

test('a mail is written in its reader’s language only, and in both while that is not known', () => {
  const [ja, en, both] = [letterOf(DEPS, GIVEN, 'ja'), letterOf(DEPS, GIVEN, 'en'), letterOf(DEPS, GIVEN, undefined)];
  equal(both.subject, `${ja.subject} / ${en.subject}`);
  const links = (body: string): readonly string[] => body.match(/https:\S+/g) ?? [];
  equal(links(ja.body), ['https://label.example.jp/workspace/mandates']);
  equal(links(en.body), ['https://label.example.jp/en/workspace/mandates']);
  equal(links(both.body), [...links(ja.body), ...links(en.body)]);
  assert.doesNotMatch(en.subject + en.body, /[ぁ-んァ-ン]/);
});
