import assert from 'node:assert/strict';
import { test } from 'node:test';
import { equal } from '../../testing/equal.ts';
import { sha256Bytes } from '../../testing/sha256.ts';
import { parseLogEntry } from '../formats/public-log-entry/parse-entry.ts';
import { labelPublishedEntry } from '../formats/public-log-entry/write-entry.ts';
import { writeDumpLine } from '../formats/register-dump/dump-line.ts';
import { DayLists } from './day-lists.ts';
import { DumpReader } from './read-dump.ts';
import { RegisterState, type Difference } from './register-state.ts';

const publishedAt = Temporal.Instant.from('2026-04-01T01:00:00Z');
const label = (number: string) => ({ number, publishedAt, record: `{"名":"${number}"}` });
const NUMBERS = ['S1-1', 'S1-2', '港'];

/** What is found when a dump comes in such parts, after the log has published three labels. */
async function read(parts: readonly Uint8Array[]): Promise<readonly [unknown, readonly Difference[]]> {
  const [state, lists] = [new RegisterState(), new DayLists(sha256Bytes, 0)];
  NUMBERS.forEach((number, index) => {
    const bytes = new TextEncoder().encode(labelPublishedEntry(sha256Bytes, label(number)));
    const entry = parseLogEntry(sha256Bytes, bytes);
    if (entry.ok && entry.value.kind === 'label-published') state.publish(index, entry.value);
  });
  const given = async function* (): AsyncGenerator<Uint8Array, void> {
    await Promise.resolve();
    yield* parts;
  };
  return [await new DumpReader(sha256Bytes, { state, lists }).read(given()), state.differencesFrom(NUMBERS.length)];
}

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const DUMP = NUMBERS.map((number) => writeDumpLine(label(number))).join('');

test('lines are read whatever parts they come in, and the last without its end', async () => {
  for (const text of [DUMP, DUMP.trimEnd()]) {
    const bytes = bytesOf(text);
    for (const size of [1, 7, 64, 100, bytes.length]) {
      const parts = Array.from({ length: Math.ceil(bytes.length / size) }, (_, place) =>
        bytes.subarray(place * size, (place + 1) * size),
      );
      equal(await read(parts), [{ ok: true, value: 3 }, []], String(size));
    }
  }
});

test('a line that says the same in other words is the same label', async () => {
  const other = DUMP.replace('{"number":"S1-2",', '{ "number": "S1\\u002d2", "more": 1,').replace(
    '{"名":"S1-1"}',
    '{"\\u540d": "S1-1"}',
  );
  assert.notEqual(other, DUMP);
  equal(await read([bytesOf(other)]), [{ ok: true, value: 3 }, []]);
});

test('what is no line, stands there twice, or has no end is a fault at its line', async () => {
  const [first = ''] = DUMP.split('\n');
  for (const wrong of [`${first}\n`, '\n', '{}\n', first.slice(0, -1), `${first.slice(0, -1)}]\n`]) {
    equal((await read([bytesOf(`${first}\n${wrong}`)]))[0], { ok: false, error: { line: 2 } }, wrong);
  }
  const endless = Array.from({ length: 40 }, () => new Uint8Array(1 << 20).fill(0x20));
  equal((await read(endless))[0], { ok: false, error: { line: 1 } });
});

test('the same record under another number or of another moment is a difference', async () => {
  const moved = DUMP.replace('"publishedAt":"2026-04-01T01:00:00Z"', '"publishedAt":"2026-04-01T01:00:01Z"');
  equal(
    (await read([bytesOf(moved)]))[1].map(({ number, how }) => [number, how]),
    [['S1-1', 'moment_differs']],
  );
  const renamed = DUMP.replace('"number":"S1-2"', '"number":"S1-9"');
  equal(
    (await read([bytesOf(renamed)]))[1].map(({ number, how }) => [number, how]),
    [
      ['S1-9', 'not_in_log'],
      ['S1-2', 'not_in_register'],
    ],
  );
});
