import { test } from 'node:test';
import { equal } from '../../../testing/equal.ts';
import { sha256Bytes } from '../../../testing/sha256.ts';
import { parseDumpLine, writeDumpLine } from './dump-line.ts';

const LINE = writeDumpLine({
  number: 'S1',
  publishedAt: Temporal.Instant.from('2026-04-01T01:00:00Z'),
  record: '{"a":{"b":1}}',
}).trimEnd();

test('a line of a dump is read as it was written, and refused where two readers could read it differently', () => {
  const read = parseDumpLine(sha256Bytes, LINE);
  equal(read.ok && [read.value.number, read.value.publishedAt], ['S1', '2026-04-01T01:00:00Z']);
  const nested = `{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
  for (const line of [
    LINE.replace('{"number"', '{"number":"S2","number"'),
    LINE.replace('{"a"', '{"a":{"b":2},"a"'),
    LINE.replace('"b":1', '"b":2,"\\u0062":1'),
    LINE.replace(/"record":.*}/, '"record":[]}'),
    LINE.replace(/"record":.*}/, `"record":${nested}}`),
    LINE.slice(0, -1),
    'null',
    '[]',
    '',
  ]) {
    equal(parseDumpLine(sha256Bytes, line), { ok: false, error: { code: 'line_malformed' } }, line.slice(0, 80));
  }
});
