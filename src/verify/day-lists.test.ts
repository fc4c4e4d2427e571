import assert from 'node:assert/strict';
import { test } from 'node:test';
import { equal } from '../../testing/equal.ts';
import { logOf, TEST_TOOLS } from '../../testing/log-in-memory.ts';
import { naiveRoot } from '../../testing/naive-tree.ts';
import { sha256Bytes } from '../../testing/sha256.ts';
import { canonicalJson } from '../core/log/canonical-json.ts';
import { labelPublishedEntry, registerListedEntry } from '../formats/public-log-entry/write-entry.ts';
import { writeDumpLine } from '../formats/register-dump/dump-line.ts';
import { auditRegister, type Audit, type AuditExpectation } from './audit-register.ts';
import { isProven } from './step.ts';

type Made = { readonly number: string; readonly publishedAt: Temporal.Instant; readonly record: string };

const MAKER = '株式会社みなと';

function label(number: string, publishedAt: string, { models = [`${number} A`], padding = '' } = {}): Made {
  const answers = { 'vendor.name': MAKER, 'vendor.nameEn': 'Minato', ...(padding === '' ? {} : { padding }) };
  const record = canonicalJson({ number, answers, models: models.map((model) => ({ number: model })) });
  return { number, publishedAt: Temporal.Instant.from(publishedAt), record };
}

/** What docs/transparency-log.md says a label is listed under, written down once more. */
const keysOf = (number: string, models: readonly string[]): readonly string[] => [
  `number\n${number}`,
  ...models.flatMap((model) => [`model\n${model}`, `model\n${model}\n${MAKER}`, `model\n${model}\nMINATO`]),
];

function listOf(keys: readonly string[]): { readonly size: number; readonly root: Uint8Array } {
  const digests = [...new Set(keys)].map((key) => sha256Bytes(new TextEncoder().encode(key)).toHex()).sort();
  const leaves = digests.map((hex) => Uint8Array.fromHex(hex));
  return { size: leaves.length, root: naiveRoot(leaves) };
}

type Listed = { readonly keys: readonly string[]; readonly labels: number; readonly until?: string };

function listEntry(day: string, { keys, labels, until }: Listed): string {
  const end = Temporal.PlainDate.from(day).add({ days: 1 }).toZonedDateTime('Asia/Tokyo').toInstant();
  return registerListedEntry({
    day: Temporal.PlainDate.from(day),
    until: until === undefined ? end : Temporal.Instant.from(until),
    snapshotSha256: 'f'.repeat(64),
    labels,
    list: listOf(keys),
  });
}

const MORNING = label('S11', '2026-04-01T01:00:00Z', { models: ['A1', 'B2'] });
const EVENING = label('S12', '2026-04-01T14:59:59.999Z', { models: ['B2'] });
/** At midnight in Tokyo: of the next day. */
const MIDNIGHT = label('S13', '2026-04-01T15:00:00Z', { models: ['C3'] });
const FIRST_DAY = [...keysOf('S11', ['A1', 'B2']), ...keysOf('S12', ['B2'])];
const SECOND_DAY = [...FIRST_DAY, ...keysOf('S13', ['C3'])];
const entryOf = (made: Made): string => labelPublishedEntry(sha256Bytes, made);

async function* partsOf(labels: readonly Made[]): AsyncGenerator<Uint8Array, void> {
  await Promise.resolve();
  for (const made of labels) yield new TextEncoder().encode(writeDumpLine(made));
}

const audited = (
  entries: readonly string[],
  labels: readonly Made[],
  expected: Omit<AuditExpectation, 'key'> = {},
): Promise<Audit> => {
  const log = logOf(entries);
  const source = { checkpoint: () => Promise.resolve(log.checkpoint), tile: log.tile, labels: () => partsOf(labels) };
  return auditRegister(source, { key: log.key, ...expected }, TEST_TOOLS);
};

const LABELS = [MORNING, EVENING, MIDNIGHT];
const withLists = (...lists: readonly string[]): readonly string[] => [...LABELS.map(entryOf), ...lists];
const faultsOf = ({ steps }: Audit): readonly unknown[] =>
  steps.filter(({ outcome }) => outcome === 'failed').map(({ id, detail }) => [id, detail]);

const FIRST = listEntry('2026-04-01', { keys: FIRST_DAY, labels: 2 });
const SECOND = listEntry('2026-04-02', { keys: SECOND_DAY, labels: 3 });

test('the list of each day is made anew from the entries before it, up to midnight', async () => {
  const audit = await audited(withLists(FIRST, SECOND), LABELS);
  equal(faultsOf(audit), []);
  equal(audit.steps.find(({ id }) => id === 'lists')?.detail, { count: 2 });
  const early = [entryOf(MORNING), entryOf(EVENING), FIRST, entryOf(MIDNIGHT), SECOND];
  equal(faultsOf(await audited(early, LABELS)), []);
});

test('a list with a key too few or too many, of another order, or with a wrong count is named by its day', async () => {
  const left = listEntry('2026-04-01', { keys: FIRST_DAY.filter((key) => key !== 'model\nA1'), labels: 2 });
  equal(faultsOf(await audited(withLists(left, SECOND), LABELS)), [
    ['lists', { day: '2026-04-01', index: 3, how: 'keys_differ', listed: 7, expected: 8 }],
  ]);
  const more = listEntry('2026-04-02', { keys: [...SECOND_DAY, 'model\nZ9'], labels: 3 });
  equal(faultsOf(await audited(withLists(FIRST, more), LABELS)), [
    ['lists', { day: '2026-04-02', index: 4, how: 'keys_differ', listed: 13, expected: 12 }],
  ]);
  const unsorted = FIRST.replace(
    listOf(FIRST_DAY).root.toBase64(),
    naiveRoot([...new Set(FIRST_DAY)].map((key) => sha256Bytes(new TextEncoder().encode(key)))).toBase64(),
  );
  assert.notEqual(unsorted, FIRST);
  equal(faultsOf(await audited(withLists(unsorted), LABELS)), [
    ['lists', { day: '2026-04-01', index: 3, how: 'keys_differ', listed: 8, expected: 8 }],
  ]);
  const counted = listEntry('2026-04-01', { keys: FIRST_DAY, labels: 3 });
  equal(faultsOf(await audited(withLists(counted), LABELS)), [
    ['lists', { day: '2026-04-01', index: 3, how: 'labels_differ', listed: 3, expected: 2 }],
  ]);
  const size = FIRST.replace('"size":8', '"size":9');
  equal(faultsOf(await audited(withLists(size), LABELS)), [
    ['lists', { day: '2026-04-01', index: 3, how: 'keys_differ', listed: 9, expected: 8 }],
  ]);
});

test('a label of the day whose entry stands before the list must be in it; one behind the list need not', async () => {
  const without = listEntry('2026-04-01', { keys: keysOf('S11', ['A1', 'B2']), labels: 1 });
  equal(faultsOf(await audited([entryOf(MORNING), without, entryOf(EVENING)], [MORNING, EVENING])), []);
  const audit = await audited([entryOf(MORNING), entryOf(EVENING), without], [MORNING, EVENING]);
  equal(faultsOf(audit).length, 1);
});

test('a day is over at its end somewhere on earth, and days follow each other', async () => {
  const daysOf = async (...lists: readonly string[]) =>
    faultsOf(await audited(withLists(...lists), LABELS)).map((fault) => (fault as [string, { how: string }])[1].how);
  equal(await daysOf(FIRST, FIRST), ['day_differs']);
  equal(await daysOf(SECOND, FIRST), ['day_differs']);
  const noon = { keys: SECOND_DAY, labels: 3, until: '2026-04-02T12:00:01Z' };
  equal(await daysOf(listEntry('2026-04-01', noon)), ['day_differs']);
  equal(await daysOf(listEntry('2026-04-01', { ...noon, until: '2026-04-02T12:00:00Z' })), []);
  equal(await daysOf(listEntry('2026-04-01', { ...noon, until: '2026-04-01T09:59:59Z' })), ['day_differs']);
  equal(await daysOf(FIRST.replace('"day":"2026-04-01"', '"day":"someday"')), ['day_differs']);
});

test('a record too long for its entry is taken from the dump, and missed when it is not there', async () => {
  const long = label('S14', '2026-04-01T02:00:00Z', { models: ['D4'], padding: 'x'.repeat(70_000) });
  assert.ok(!entryOf(long).includes('"record":'));
  const keys = [...keysOf('S11', ['A1', 'B2']), ...keysOf('S14', ['D4'])];
  const entries = [entryOf(long), entryOf(MORNING), listEntry('2026-04-01', { keys, labels: 2 })];
  equal(faultsOf(await audited(entries, [MORNING, long])), []);
  const [missing, ...others] = faultsOf(await audited(entries, [MORNING]));
  equal(missing, ['lists', { day: '2026-04-01', index: 2, how: 'record_missing', listed: 11, expected: 1 }]);
  equal(others, [['register', { count: 1 }]]);
});

test('lists that were made anew at an earlier audit are not made again, and the labels in them are known', async () => {
  const wrong = listEntry('2026-04-01', { keys: [], labels: 0 });
  equal(faultsOf(await audited(withLists(wrong, SECOND), LABELS)).length, 1);
  const audit = await audited(withLists(wrong, SECOND), LABELS, { listedBefore: 4 });
  assert.ok(isProven(audit.steps));
  equal(audit.steps.find(({ id }) => id === 'lists')?.detail, { count: 1 });
});
