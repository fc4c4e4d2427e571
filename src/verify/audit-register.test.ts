import assert from 'node:assert/strict';
import { test } from 'node:test';
import { equal } from '../../testing/equal.ts';
import { aWitness, logOf, TEST_TOOLS, type LogInMemory } from '../../testing/log-in-memory.ts';
import { sha256Bytes } from '../../testing/sha256.ts';
import { labelPublishedEntry } from '../formats/public-log-entry/write-entry.ts';
import { writeDumpLine } from '../formats/register-dump/dump-line.ts';
import { auditRegister, type Audit, type RegisterSource } from './audit-register.ts';
import { isProven } from './step.ts';

const publishedAt = Temporal.Instant.from('2026-04-01T01:00:00Z');
const label = (place: number) => ({
  number: `S1-${String(place).padStart(4, '0')}`,
  publishedAt,
  record: `{"n":${place}}`,
});
const entries = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, place) => labelPublishedEntry(sha256Bytes, label(place)));
const dump = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, place) => writeDumpLine(label(place)).trimEnd());

async function* given(lines: readonly string[]): AsyncGenerator<Uint8Array, void> {
  await Promise.resolve();
  for (const line of lines) yield new TextEncoder().encode(`${line}\n`);
}

function sourceOf(log: LogInMemory, lines: readonly string[], changed: Partial<RegisterSource> = {}): RegisterSource {
  return { checkpoint: () => Promise.resolve(log.checkpoint), tile: log.tile, labels: () => given(lines), ...changed };
}

const COUNT = 600;
const LOG = logOf(entries(COUNT));

const audited = (source: RegisterSource, seen?: Audit['head']): Promise<Audit> =>
  auditRegister(source, { key: LOG.key, seen }, TEST_TOOLS);
const failed = ({ steps }: Audit): readonly unknown[] =>
  steps.filter(({ outcome }) => outcome === 'failed').map(({ id, detail }) => [id, detail]);

test('an audit looks for the cosignatures of the witnesses somebody relies on', async () => {
  const witness = aWitness('witness.example/1');
  const checkpoint = () => Promise.resolve(witness.cosign(LOG.checkpoint, 1_775_000_000));
  const audits = (source: RegisterSource) =>
    auditRegister(source, { key: LOG.key, witnesses: [witness.key] }, TEST_TOOLS);
  assert.ok(isProven((await audits(sourceOf(LOG, dump(COUNT), { checkpoint }))).steps));
  equal(failed(await audits(sourceOf(LOG, dump(COUNT)))), [
    ['witness', { name: 'witness.example/1', code: 'not_cosigned' }],
  ]);
});

test('a register that follows its log is proven, and so is its history since the last audit', async () => {
  const first = await audited(sourceOf(logOf(entries(300)), dump(300)));
  equal(
    first.steps.map(({ id, outcome }) => `${id} ${outcome}`),
    ['key ok', 'checkpoint ok', 'dump ok', 'tiles ok', 'root ok', 'entries ok', 'register ok'],
  );
  assert.equal(first.head?.size, 300);
  const second = await audited(sourceOf(LOG, dump(COUNT)), first.head);
  assert.ok(isProven(second.steps));
  equal(second.steps.find(({ id }) => id === 'history')?.detail, { size: COUNT, seen: 300 });
});

test('each kind of difference is named with its label', async () => {
  const lines = [...dump(COUNT)];
  lines[7] = lines[7]?.replace('"n":7', '"n":8') ?? '';
  lines[9] = lines[9]?.replace('2026-04-01T01:00:00Z', '2026-04-01T01:00:01Z') ?? '';
  lines.push(writeDumpLine(label(9999)).trimEnd());
  lines.splice(3, 1);
  const audit = await audited(sourceOf(LOG, lines));
  equal(audit.differences, [
    { number: 'S1-0007', how: 'record_differs', index: 7 },
    { number: 'S1-0009', how: 'moment_differs', index: 9 },
    { number: 'S1-9999', how: 'not_in_log', index: undefined },
    { number: 'S1-0003', how: 'not_in_register', index: 3 },
  ]);
  equal(failed(audit), [['register', { count: 4 }]]);
});

test('a label that is logged twice is named', async () => {
  const log = logOf([...entries(3), entries(2)[1] ?? '']);
  equal((await audited(sourceOf(log, dump(3)))).differences, [{ number: 'S1-0001', how: 'logged_twice', index: 3 }]);
});

test('what is published while the register is read is no difference', async () => {
  const [before, after] = [logOf(entries(COUNT - 1)), LOG];
  const asked = [before.checkpoint, after.checkpoint];
  const checkpoint = () => Promise.resolve(asked.shift() ?? '');
  assert.ok(isProven((await audited(sourceOf(LOG, dump(COUNT - 1), { checkpoint }))).steps));
  asked.push(before.checkpoint, after.checkpoint);
  assert.ok(isProven((await audited(sourceOf(LOG, dump(COUNT), { checkpoint }))).steps));
});

test('a log whose past was changed, or that has become shorter, is caught', async () => {
  const { head } = await audited(sourceOf(LOG, dump(COUNT)));
  const rewritten = [...entries(COUNT + 5)];
  rewritten[12] = labelPublishedEntry(sha256Bytes, { ...label(12), record: '{"n":-1}' });
  const forked = await audited(sourceOf(logOf(rewritten), dump(COUNT + 5)), head);
  equal(failed(forked)[0], ['history', { size: COUNT + 5, seen: COUNT }]);
  const shorter = await audited(sourceOf(logOf(entries(COUNT - 1)), dump(COUNT - 1)), head);
  equal(failed(shorter), [['history', { size: COUNT - 1, seen: COUNT }]]);
  const asked = [LOG.checkpoint, logOf(entries(3)).checkpoint];
  const shrinking = sourceOf(LOG, dump(COUNT), { checkpoint: () => Promise.resolve(asked.shift() ?? '') });
  equal(failed(await audited(shrinking)), [['history', { size: 3, seen: COUNT }]]);
});

test('tiles and entries that are missing, cut, or not those that were signed are caught', async () => {
  const changing = (path: string, change: (bytes: Uint8Array | undefined) => Uint8Array | undefined) =>
    sourceOf(LOG, dump(COUNT), {
      tile: async (asked) => (asked === path ? change(await LOG.tile(asked)) : LOG.tile(asked)),
    });
  const flipped = (bytes: Uint8Array | undefined): Uint8Array | undefined =>
    bytes?.map((byte, place) => (place === bytes.length - 1 ? byte ^ 1 : byte));
  for (const path of ['tile/0/001', 'tile/1/000.p/2', 'tile/0/002.p/88']) {
    equal(failed(await audited(changing(path, flipped))), [['tiles', { path, how: 'differs' }]]);
    equal(failed(await audited(changing(path, () => undefined))), [['tiles', { path, how: 'missing' }]]);
  }
  const bundle = 'tile/entries/000';
  equal(failed(await audited(changing(bundle, (bytes) => bytes?.slice(0, -1)))), [
    ['tiles', { path: bundle, how: 'malformed' }],
  ]);
  equal(failed(await audited(changing(bundle, flipped))), [['tiles', { path: 'tile/0/000', how: 'differs' }]]);
});

test('a whole log that was made anew does not fit the signed root', async () => {
  const other = logOf([...entries(COUNT - 1), '{"kind":"slipped-in"}']);
  const audit = await audited(sourceOf(LOG, dump(COUNT - 1), { tile: other.tile }));
  equal(failed(audit)[0], ['root', { size: COUNT }]);
});

test('what is no entry, no line, no key or no checkpoint is said so', async () => {
  equal(failed(await audited(sourceOf(logOf([...entries(2), '{ }']), dump(2)))), [['entries', { index: 2 }]]);
  equal(failed(await audited(sourceOf(LOG, ['nothing']))), [['dump', { line: 1 }]]);
  equal(failed(await audited(sourceOf(LOG, [dump(1)[0] ?? '', dump(1)[0] ?? '']))), [['dump', { line: 2 }]]);
  const away = sourceOf(LOG, [], { checkpoint: () => Promise.resolve('<html>') });
  equal(failed(await audited(away)), [['checkpoint', { code: 'note_malformed' }]]);
  const audit = await auditRegister(sourceOf(LOG, []), { key: 'x' }, TEST_TOOLS);
  equal(failed(audit), [['key', { code: 'key_malformed' }]]);
});

test('an empty register over an empty log is proven', async () => {
  assert.ok(isProven((await audited(sourceOf(logOf([]), []))).steps));
});
