import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { anyText, mutated } from '../../../testing/any-text.ts';
import { okOf } from '../../../testing/builders/world.ts';
import { verifyEd25519 } from '../../../testing/ed25519.ts';
import { equal } from '../../../testing/equal.ts';
import { logOf, signedByLog } from '../../../testing/log-in-memory.ts';
import { sha256Bytes } from '../../../testing/sha256.ts';
import { FAILING_LOG, TEST_LOG } from '../../../testing/test-signer.ts';
import { treeOfLeaves } from '../../../testing/tree-of.ts';
import { SimulatedClock } from '../../../testing/world/clock.ts';
import { consistencyRanges } from '../../core/log/proof-ranges.ts';
import { rangeHashes, tilesOf } from '../../core/log/tiles.ts';
import { leafHash, type TreeHash } from '../../core/log/tree-hash.ts';
import type { TreeHead } from '../../core/log/tree-proofs.ts';
import { parseNote } from '../../formats/signed-note/signed-note.ts';
import { parseVerifierKey } from '../../formats/signed-note/verifier-key.ts';
import { findCosignature } from '../../formats/tlog-cosignature/cosignature.ts';
import { parseAddCheckpoint, writeAddCheckpoint } from '../../formats/tlog-witness/add-checkpoint.ts';
import type { WitnessMemory } from '../ports.ts';
import { createWitness, witnessKey, type WitnessDeps } from './witness.ts';

const entries = (count: number): readonly string[] => Array.from({ length: count }, (_, place) => `entry ${place}`);
const LOGS = [1, 5, 8, 20].map((count) => [count, logOf(entries(count))] as const);
const checkpointOf = (count: number): string => LOGS.find(([size]) => size === count)?.[1].checkpoint ?? '';
const LOG_KEY = okOf(parseVerifierKey(sha256Bytes, LOGS[0]?.[1].key ?? ''));

function proofOf(older: number, size: number): readonly TreeHash[] {
  const tree = treeOfLeaves(entries(size).map((entry) => leafHash(sha256Bytes, new TextEncoder().encode(entry))));
  const ranges = consistencyRanges(older, size);
  return rangeHashes(sha256Bytes, ranges, tilesOf(ranges, size).map(tree.tile));
}

const asking = (old: number, size: number, proof = proofOf(old, size), checkpoint = checkpointOf(size)): string =>
  writeAddCheckpoint({ old, proof, checkpoint });

function inMemory(): WitnessMemory & { readonly heads: Map<string, TreeHead> } {
  const heads = new Map<string, TreeHead>();
  return {
    heads,
    find: (origin) => Promise.resolve(heads.get(origin)),
    keep: (origin, head) => Promise.resolve(void heads.set(origin, head)),
  };
}

function aWitness(changed: Partial<WitnessDeps> = {}) {
  const memory = inMemory();
  const clock = new SimulatedClock('2026-04-01T00:00:00Z');
  const deps: WitnessDeps = {
    ...{ name: 'witness.example/w1', signer: TEST_LOG.signer, clock, logs: [LOG_KEY], memory, verifyEd25519 },
    ...changed,
  };
  const witness = createWitness(deps);
  const codeOf = async (body: string): Promise<string> => {
    const answer = await witness(body);
    return answer.ok ? 'ok' : answer.error.code;
  };
  return { deps, memory, witness, codeOf };
}

test('a witness cosigns a log from its first checkpoint on, as long as each holds the one before', async () => {
  const { deps, witness } = aWitness();
  for (const [old, size] of [
    [0, 1],
    [1, 5],
    [5, 5],
    [5, 20],
  ] as const) {
    const lines = okOf(await witness(asking(old, size)));
    const note = okOf(parseNote(checkpointOf(size) + lines));
    const seen = await findCosignature(note, witnessKey(deps), verifyEd25519);
    equal([seen?.name, seen?.at.toString()], ['witness.example/w1', '2026-04-01T00:00:00Z']);
  }
});

test('a witness signs no fork, nothing shorter, and nothing it was not shown the way to', async () => {
  const { memory, witness, codeOf } = aWitness();
  okOf(await witness(asking(0, 8)));
  const kept = JSON.stringify([...memory.heads]);
  const fork = logOf([...entries(7), 'another']).checkpoint;
  const longer = logOf(['another', ...entries(19)]).checkpoint;
  equal(await codeOf(asking(8, 8, [], fork)), 'root_differs');
  equal(await codeOf(writeAddCheckpoint({ old: 8, proof: proofOf(8, 20), checkpoint: longer })), 'not_consistent');
  equal(await codeOf(asking(8, 20, [])), 'not_consistent');
  equal(await codeOf(asking(8, 20, proofOf(8, 20).slice(1))), 'not_consistent');
  equal(await witness(asking(0, 20, [])), { ok: false, error: { code: 'size_differs', size: 8 } });
  equal(await witness(asking(5, 5, [])), { ok: false, error: { code: 'size_differs', size: 8 } });
  equal(await codeOf(asking(20, 8, [])), 'older_is_larger');
  equal(JSON.stringify([...memory.heads]), kept, 'what was refused is not remembered');
});

test('a witness knows its logs by their keys, and takes nothing that they have not signed', async () => {
  const { codeOf } = aWitness();
  equal(await codeOf(asking(0, 5, [], checkpointOf(5).replace('register.example', 'other.example'))), 'log_unknown');
  equal(await codeOf(asking(0, 5, [], checkpointOf(5).replace('\n5\n', '\n6\n'))), 'checkpoint_not_believed');
  equal(await codeOf(asking(0, 5, [], signedByLog('register.example/log\nmany\n'))), 'checkpoint_not_believed');
  equal(await codeOf(asking(0, 5, [], 'nothing')), 'request_malformed');
  equal(await codeOf('old 0\n'), 'request_malformed');
});

test('what is asked at once is answered one after the other: a witness never goes back', async () => {
  const { memory, codeOf } = aWitness();
  const codes = await Promise.all([asking(0, 20, []), asking(0, 5, []), asking(0, 8, [])].map(codeOf));
  equal(codes, ['ok', 'size_differs', 'size_differs']);
  equal(memory.heads.get('register.example/log')?.size, 20);
});

test('a witness remembers before it signs, and signs nothing it could not remember', async () => {
  const failing = aWitness({ signer: FAILING_LOG.signer });
  equal(await failing.codeOf(asking(0, 5)), 'signer_failed');
  equal(failing.memory.heads.get('register.example/log')?.size, 5);
  const forgetful: WitnessMemory = {
    find: () => Promise.resolve(undefined),
    keep: () => Promise.reject(new Error('disk full')),
  };
  const { witness } = aWitness({ memory: forgetful });
  await assert.rejects(witness(asking(0, 5)), /disk full/);
  await assert.rejects(witness(asking(0, 8)), /disk full/, 'one failure does not stop the next');
});

test('whatever a witness is asked, nothing is thrown and nothing comes back changed', async () => {
  const { witness } = aWitness();
  const real = asking(0, 5);
  await fc.assert(
    fc.asyncProperty(fc.oneof(anyText(), mutated(real)), async (body) => {
      const read = parseAddCheckpoint(body);
      if (read.ok) equal(writeAddCheckpoint(read.value), body);
      const answer = await witness(body);
      if (answer.ok) assert.match(answer.value, /^\u2014 witness\.example\/w1 /);
    }),
    { numRuns: 500 },
  );
});
