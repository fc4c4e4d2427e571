import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fillLog } from '../../../testing/append-fact.ts';
import { okOf } from '../../../testing/builders/world.ts';
import { eachDatabase } from '../../../testing/database.ts';
import { ed25519Key, verifyEd25519 } from '../../../testing/ed25519.ts';
import { equal } from '../../../testing/equal.ts';
import { sha256Bytes } from '../../../testing/sha256.ts';
import { SimulatedClock } from '../../../testing/world/clock.ts';
import { ok } from '../../core/kernel/result.ts';
import type { TreeHead } from '../../core/log/tree-proofs.ts';
import type { Database } from '../../db/database.ts';
import { findLogHead } from '../../db/public-log.ts';
import { parseNote } from '../../formats/signed-note/signed-note.ts';
import { parseVerifierKey, writeVerifierKey } from '../../formats/signed-note/verifier-key.ts';
import { findCosignature } from '../../formats/tlog-cosignature/cosignature.ts';
import { createWitness, witnessKey } from '../witness/witness.ts';
import type { RemoteWitness, WitnessAnswer } from '../ports.ts';
import { collectCosignatures } from './collect-cosignatures.ts';
import { readLog } from './read-log.ts';

const { publicKey, sign } = ed25519Key(new Uint8Array(32).fill(8));
const signer = { publicKey, sign: (message: Uint8Array) => Promise.resolve(ok(sign(message))) };

/** A witness of a database's log, with what may go wrong between it and the log. */
async function aWitness(db: Database, lost: ('request' | 'answer')[] = []) {
  const { signed } = await findLogHead(db.kysely);
  const logs = [okOf(parseVerifierKey(sha256Bytes, signed?.verifierKey ?? ''))];
  const heads = new Map<string, TreeHead>();
  const memory = {
    find: (origin: string) => Promise.resolve(heads.get(origin)),
    keep: (origin: string, head: TreeHead) => Promise.resolve(void heads.set(origin, head)),
  };
  const clock = new SimulatedClock('2026-04-01T00:00:00Z');
  const own = { name: 'w.example/1', signer, clock, logs, memory, verifyEd25519 };
  const witness = createWitness(own);
  let asked = 0;
  const remote: RemoteWitness = {
    key: writeVerifierKey(witnessKey(own)),
    addCheckpoint: async (request): Promise<WitnessAnswer> => {
      asked += 1;
      const fault = lost.shift();
      if (fault === 'request') return { kind: 'away', cause: 'the line is down' };
      const answer = await witness(request);
      if (fault === 'answer') return { kind: 'away', cause: 'the answer was lost' };
      if (answer.ok) return { kind: 'cosigned', lines: answer.value };
      const { error } = answer;
      return error.code === 'size_differs'
        ? { kind: 'other_size', size: error.size }
        : { kind: 'refused', status: 400 };
    },
  };
  return { remote, key: witnessKey(own), asked: () => asked };
}

describe('cosignatures of the public log (C2SP tlog-witness)', () => {
  eachDatabase((_kind, open) => {
    test('are asked for after each act, once each, and stand under the checkpoint they are of', async () => {
      const db = await open();
      await fillLog(db, 3);
      const { remote, key, asked } = await aWitness(db);
      const deps = { db, witnesses: [remote], verifyEd25519 };
      const seen = async (): Promise<string | undefined> => {
        const note = okOf(parseNote((await readLog({ db }))?.checkpoint ?? ''));
        return (await findCosignature(note, key, verifyEd25519))?.name;
      };
      equal(await seen(), undefined);
      equal(await collectCosignatures(deps), { cosigned: 1 });
      equal(await seen(), 'w.example/1');
      equal(await collectCosignatures(deps), { cosigned: 0 });
      equal(asked(), 1);
      await fillLog(db, 300);
      equal(await seen(), undefined, 'an older cosignature is not put under a newer checkpoint');
      equal(await collectCosignatures(deps), { cosigned: 1 });
      equal(await seen(), 'w.example/1');
    });

    test('are found in the end whether the question or the answer is lost, and wherever the witness stands', async () => {
      const db = await open();
      await fillLog(db, 2);
      const { remote } = await aWitness(db, ['request', 'answer']);
      const deps = { db, witnesses: [remote], verifyEd25519 };
      equal(await collectCosignatures(deps), { cosigned: 0 });
      equal(await collectCosignatures(deps), { cosigned: 0 });
      await fillLog(db, 5);
      // The witness has signed two entries, which the log does not know: it says so, and is asked from there.
      equal(await collectCosignatures(deps), { cosigned: 1 });
    });

    test('that do not hold are not taken', async () => {
      const db = await open();
      await fillLog(db, 1);
      const { remote } = await aWitness(db);
      const answers: readonly WitnessAnswer[] = [
        { kind: 'cosigned', lines: 'nothing\n' },
        { kind: 'cosigned', lines: `\u2014 w.example/1 ${new Uint8Array(76).toBase64()}\n` },
        { kind: 'other_size', size: 99 },
        { kind: 'refused', status: 403 },
      ];
      for (const answer of answers) {
        const lying = { ...remote, addCheckpoint: () => Promise.resolve(answer) };
        equal(await collectCosignatures({ db, witnesses: [lying], verifyEd25519 }), { cosigned: 0 });
      }
      const rows = await db.kysely.selectFrom('public_log_cosignatures').selectAll().execute();
      assert.equal(rows.length, 0);
    });
  });
});
