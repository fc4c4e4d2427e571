import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sha256Bytes, sha256Of } from '../../../testing/sha256.ts';
import { criteriaPublishedEntry, labelPublishedEntry } from './write-entry.ts';

const publishedAt = Temporal.Instant.from('2026-04-01T01:00:00Z');

test('a label is logged with its whole record, as canonical JSON', () => {
  const entry = labelPublishedEntry(sha256Bytes, { number: 'S1-26-00001-0', publishedAt, record: '{"a":1,"b":"港"}' });
  assert.equal(
    entry,
    '{"kind":"label-published","number":"S1-26-00001-0","publishedAt":"2026-04-01T01:00:00Z","record":{"a":1,"b":"港"}}',
  );
});

test('a record that makes the entry longer than a bundle can say is logged by its hash', () => {
  const made = (length: number) => `{"text":"${'x'.repeat(length)}"}`;
  const entryOf = (record: string): string => labelPublishedEntry(sha256Bytes, { number: 'S1', publishedAt, record });
  const frame = entryOf(made(0)).length;
  const fitting = entryOf(made(65_535 - frame));
  assert.equal(fitting.length, 65_535);
  const tooLong = made(65_536 - frame);
  assert.equal(
    entryOf(tooLong),
    `{"kind":"label-published","number":"S1","publishedAt":"2026-04-01T01:00:00Z","recordSha256":"${sha256Of(tooLong)}"}`,
  );
});

test('criteria are logged by the hash of the scheme version that holds them', () => {
  const criteriaSets = [{ id: 'jc1', version: '1.0', title: { ja: '基準', en: 'criteria' } }];
  assert.equal(
    criteriaPublishedEntry({ scheme: 'jc-star', version: 'ab'.repeat(32), publishedAt, criteriaSets }),
    `{"criteriaSets":[{"id":"jc1","version":"1.0"}],"kind":"criteria-published","publishedAt":"2026-04-01T01:00:00Z",` +
      `"scheme":"jc-star","version":"${'ab'.repeat(32)}"}`,
  );
});
