import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aGrantedCase } from '../../testing/builders/cases.ts';
import { aWorld, okOf, type World } from '../../testing/builders/world.ts';
import { eachDatabase } from '../../testing/database.ts';
import { ed25519Key } from '../../testing/ed25519.ts';
import { equal } from '../../testing/equal.ts';
import { auditedLog } from '../../testing/log-audit.ts';
import { TEST_TOOLS } from '../../testing/log-in-memory.ts';
import { sha256Bytes } from '../../testing/sha256.ts';
import type { Actor } from '../core/access/actor.ts';
import { ok } from '../core/kernel/result.ts';
import type { TreeHead } from '../core/log/tree-proofs.ts';
import { parseNote } from '../formats/signed-note/signed-note.ts';
import { parseVerifierKey } from '../formats/signed-note/verifier-key.ts';
import { parseVerifierKeys } from '../formats/signed-note/verifier-keys.ts';
import { parseTilePath } from '../formats/tlog-tiles/tile-path.ts';
import { auditRegister, isProven, verifyProof, type Audit, type RegisterSource } from '../verify/index.ts';
import { dumpLabels } from '../app/label/dump-labels.ts';
import { createWitness, witnessKey } from '../app/witness/witness.ts';
import { collectCosignatures } from '../app/log/collect-cosignatures.ts';
import { logKeyText } from '../app/log/append-public-facts.ts';
import { proveEntry } from '../app/log/prove-entry.ts';
import { readLog, readTile } from '../app/log/read-log.ts';
import { retireLogKey, rotateLogKey } from '../app/log/rotate-log-key.ts';

const SYSTEM: Actor = { kind: 'system', job: 'test' };

async function* dumped(world: World): AsyncGenerator<Uint8Array, void> {
  for await (const part of dumpLabels(world.deps)) yield new TextEncoder().encode(part);
}

function sourceOf(world: World): RegisterSource {
  return {
    checkpoint: async () => (await readLog(world.deps))?.checkpoint ?? '',
    tile: async (path) => readTile(world.deps, okOf(parseTilePath(path))),
    labels: () => dumped(world),
  };
}

const audited = (world: World, key: string): Promise<Audit> => auditRegister(sourceOf(world), { key }, TEST_TOOLS);

async function proves(world: World, number: string, key: string): Promise<boolean> {
  return isProven((await verifyProof((await proveEntry(world.deps, number)) ?? '', { key }, TEST_TOOLS)).steps);
}

async function signers(world: World): Promise<number> {
  const log = await readLog(world.deps);
  return okOf(parseNote(log?.checkpoint ?? '')).signatures.length;
}

eachDatabase((_kind, open) => {
  test('a log is given another key: both sign for a time, then the new one alone, and verifiers follow', async () => {
    const world = await aWorld(await open());
    const { number } = (await aGrantedCase(world)).label;
    const old = logKeyText(world.deps);
    const refusal = await retireLogKey(world.deps, SYSTEM);
    equal(refusal, { ok: false, error: { code: 'no_log_key_joining' } });
    const { key, before } = okOf(await rotateLogKey(world.deps, SYSTEM));
    equal([before, key === old], [old, false]);
    equal((await rotateLogKey(world.deps, SYSTEM)).ok, false);
    equal(await signers(world), 2);
    for (const known of [old, key, `${old}\n${key}\n`]) assert.ok(await proves(world, number, known), known);

    // Who knows only the old one learns of the new one from the log, which the old one has signed.
    const first = await audited(world, old);
    equal(
      first.steps.filter(({ outcome }) => outcome === 'failed'),
      [],
    );
    equal(first.steps.at(-1), { id: 'log-key', outcome: 'ok', detail: { index: 2, key } });
    equal(first.keys, `${old}\n${key}`);

    const later = (await aGrantedCase(world)).label.number;
    equal(await signers(world), 2);
    const kept = await proveEntry(world.deps, number);
    equal(okOf(await retireLogKey(world.deps, SYSTEM)), { key, before: old });
    equal(await signers(world), 1);
    const last = (await aGrantedCase(world)).label.number;
    for (const label of [number, later, last]) {
      assert.ok(await proves(world, label, first.keys ?? ''));
      assert.ok(!(await proves(world, label, old)));
    }
    assert.ok(isProven((await verifyProof(kept ?? '', { key: old }, TEST_TOOLS)).steps), 'what was proven stays so');
    const second = await audited(world, first.keys ?? '');
    equal([isProven(second.steps), second.keys], [true, key]);
    await auditedLog(world.deps.db);

    const again = okOf(await rotateLogKey(world.deps, SYSTEM));
    equal(again.before, key);
    equal((await audited(world, key)).keys, `${key}\n${again.key}`);
    const events = await world.deps.db.kysely.selectFrom('events').select('act').orderBy('id').execute();
    equal(
      events.filter(({ act }) => act.startsWith('log-key.')).map(({ act }) => act),
      ['log-key.rotate', 'log-key.retire', 'log-key.rotate'],
    );
  });

  test('a witness that knows both keys goes on from what it cosigned under the old one', async () => {
    const world = await aWorld(await open());
    await aGrantedCase(world);
    const old = logKeyText(world.deps);
    const kept = new Map<string, TreeHead>();
    const pair = ed25519Key(new Uint8Array(32).fill(3));
    const witnessed = (keys: string) => {
      const witness = {
        name: 'w.example.jp/1',
        signer: { publicKey: pair.publicKey, sign: (message: Uint8Array) => Promise.resolve(ok(pair.sign(message))) },
        clock: world.clock,
        logs: okOf(parseVerifierKeys(sha256Bytes, keys)),
        memory: {
          find: (origin: string) => Promise.resolve(kept.get(origin)),
          keep: (origin: string, head: TreeHead) => Promise.resolve(void kept.set(origin, head)),
        },
        verifyEd25519: TEST_TOOLS.verifyEd25519,
      };
      const ask = createWitness(witness);
      const { name, id, publicKey } = witnessKey(witness);
      const key = `${name}+${id}+${new Uint8Array([4, ...publicKey]).toBase64()}`;
      assert.ok(parseVerifierKey(sha256Bytes, key).ok);
      const addCheckpoint = async (body: string) => {
        const answer = await ask(body);
        return answer.ok
          ? ({ kind: 'cosigned', lines: answer.value } as const)
          : ({ kind: 'refused', status: 403 } as const);
      };
      return { ...world.deps, witnesses: [{ key, addCheckpoint }], verifyEd25519: TEST_TOOLS.verifyEd25519 };
    };
    equal(await collectCosignatures(witnessed(old)), { cosigned: 1 });
    const { key } = okOf(await rotateLogKey(world.deps, SYSTEM));
    equal(await collectCosignatures(witnessed(old)), { cosigned: 1 });
    okOf(await retireLogKey(world.deps, SYSTEM));
    equal(await collectCosignatures(witnessed(old)), { cosigned: 0 });
    equal(await collectCosignatures(witnessed(`${old}\n${key}`)), { cosigned: 1 });
    await aGrantedCase(world);
    equal(await collectCosignatures(witnessed(key)), { cosigned: 1 });
  });

  test('a key that cannot be made changes nothing, and one that is lost while it joins lets nothing become public', async () => {
    const world = await aWorld(await open());
    await aGrantedCase(world);
    const size = (await readLog(world.deps))?.size;
    const broken = { ok: false, error: { code: 'issuer_key_unusable', place: 'slot 1', trouble: 'full' } } as const;
    const logKeys = { create: () => Promise.resolve(broken), open: () => Promise.resolve(broken) };
    const refused = await rotateLogKey({ ...world.deps, logKeys }, SYSTEM);
    equal(refused, { ok: false, error: { code: 'log_key_unusable', place: 'slot 1', trouble: 'full' } });
    equal((await readLog(world.deps))?.size, size);
    okOf(await rotateLogKey(world.deps, SYSTEM));
    const lost = await retireLogKey({ ...world.deps, logKeys }, SYSTEM);
    equal(lost, { ok: false, error: { code: 'log_not_signed' } });
    const events = await world.deps.db.kysely.selectFrom('events').select('act').execute();
    equal(events.filter(({ act }) => act.startsWith('log-key.')).length, 1);
  });
});
