import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { anyText, mutated } from '../../../testing/any-text.ts';
import { equal } from '../../../testing/equal.ts';
import { parseTlogProof, writeTlogProof } from './tlog-proof.ts';

/** The example of C2SP tlog-proof; its checkpoint's signatures are shortened there, and its extra data is no base64. */
const EXAMPLE = `c2sp.org/tlog-proof@v1
extra YWdlLXYxLjIuMS1kYXJ3aW4tYXJtNjQudGFyLmd6
index 73894
gSKyXoYZUgZ6jduWYrkDOARinOMGJveXjgMkBTcdPlQ=
B95lDa8R83lS8n0eG+o0buTxRKQTYFi//1U8anccXmA=
EKNzoDWG8LGC0Yp9o+sv3qllpMP9uHQ9B20KNL+Q1zs=
RoopEkOdqkYqMB4MJXrbt/hMjOxsVn0IrWjpz1ZMMes=
AHCioX9nLjsrse6YhjRRmk1WUEirVOLLRoOQ6vfO5vk=

example.com/fancylog
109482
sFodV/vSp5O8n9a8QpW6PRY97tfOSW5bsc2Xl/EQi08=

— example.com/fancylog hI2DJw==
`;

test('a proof as published is read, and written the same again (C2SP tlog-proof)', () => {
  const read = parseTlogProof(EXAMPLE);
  assert.ok(read.ok);
  const { extra, index, hashes, checkpoint } = read.value;
  equal([new TextDecoder().decode(extra), index, hashes.length], ['age-v1.2.1-darwin-arm64.tar.gz', 73_894, 5]);
  assert.ok(checkpoint.startsWith('example.com/fancylog\n109482\n'));
  assert.equal(writeTlogProof(read.value), EXAMPLE);
});

test('a proof for the only entry of a log has no hashes, and needs no extra data', () => {
  const text = 'c2sp.org/tlog-proof@v1\nindex 0\n\nlog\n';
  equal(parseTlogProof(text), { ok: true, value: { extra: undefined, index: 0, hashes: [], checkpoint: 'log\n' } });
});

test('what is no proof is refused', () => {
  const wrong = [
    '',
    '\n\n',
    EXAMPLE.replace('@v1', '@v2'),
    EXAMPLE.replace('index 73894', 'index 073894'),
    EXAMPLE.replace('index 73894\n', ''),
    EXAMPLE.replace('index', 'Index'),
    EXAMPLE.replace('extra ', 'extra  '),
    EXAMPLE.replace('gSKy', 'gSK'),
    EXAMPLE.replace('\n\n', '\n'),
    EXAMPLE.replaceAll('\n', '\r\n'),
    EXAMPLE.replace('\n\n', `\n${'gSKyXoYZUgZ6jduWYrkDOARinOMGJveXjgMkBTcdPlQ=\n'.repeat(60)}\n`),
    EXAMPLE + 'a'.repeat(1_200_000),
  ];
  for (const text of wrong) assert.ok(!parseTlogProof(text).ok, JSON.stringify(text.slice(0, 80)));
});

test('whatever is read as a proof, nothing is thrown and nothing comes back changed', () => {
  fc.assert(
    fc.property(fc.oneof(anyText(), mutated(EXAMPLE)), (text) => {
      const read = parseTlogProof(text);
      if (read.ok) assert.equal(writeTlogProof(read.value), text);
    }),
    { numRuns: 3000 },
  );
});
