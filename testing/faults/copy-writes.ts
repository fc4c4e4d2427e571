import { gunzipSync } from 'node:zlib';
import { findLabel } from '../../src/app/label/find-label.ts';
import { collectCosignatures } from '../../src/app/log/collect-cosignatures.ts';
import { logKeyText } from '../../src/app/log/append-public-facts.ts';
import { findLogPlace } from '../../src/app/log/prove-entry.ts';
import { readLog } from '../../src/app/log/read-log.ts';
import type { Deps, RemoteWitness, WitnessAnswer, WitnessMemory } from '../../src/app/ports.ts';
import { exportRegister, type ExportMeans } from '../../src/app/static-export/export-register.ts';
import { StoredPages } from '../../src/app/stored-page/stored-pages.ts';
import { createWitness, witnessKey } from '../../src/app/witness/witness.ts';
import { parseNote } from '../../src/formats/signed-note/signed-note.ts';
import { parseVerifierKey, writeVerifierKey } from '../../src/formats/signed-note/verifier-key.ts';
import { findCosignature } from '../../src/formats/tlog-cosignature/cosignature.ts';
import type { TreeHead } from '../../src/core/log/tree-proofs.ts';
import { aGrantedCase } from '../builders/cases.ts';
import { okOf, type World } from '../builders/world.ts';
import { verifyEd25519 } from '../ed25519.ts';
import { exportToolsOf } from '../export-tools.ts';
import { folderInMemory, type FolderInMemory } from '../midnight/folder-in-memory.ts';
import { sha256Bytes } from '../sha256.ts';
import { aSignedLabel } from '../static-copy.ts';
import { TEST_LOG } from '../test-signer.ts';
import type { ExternalWrites } from './external-writes.ts';
import { faultyFolder, faultyMemory, faultyWitness } from './faulty-deps.ts';
import { RUNNING, type RegisterWrite } from './register-write.ts';

const NAME = 'w.example/1';

/** What a witness remembers outlives it. */
function memoryOf(heads: Map<string, TreeHead>): WitnessMemory {
  return {
    find: (origin) => Promise.resolve(heads.get(origin)),
    keep: (origin, head) => Promise.resolve(void heads.set(origin, head)),
  };
}

function aWitness(world: World, heads: Map<string, TreeHead>, writes: ExternalWrites): RemoteWitness {
  const logs = [okOf(parseVerifierKey(sha256Bytes, logKeyText(world.deps)))];
  const memory = faultyMemory(memoryOf(heads), writes);
  const own = { name: NAME, signer: TEST_LOG.signer, clock: world.clock, logs, memory, verifyEd25519 };
  const witness = createWitness(own);
  const addCheckpoint = async (request: string): Promise<WitnessAnswer> => {
    const answer = await witness(request).catch((error: unknown) => {
      writes.live();
      return { ok: false, error: { code: String(error) } } as const;
    });
    if (answer.ok) return { kind: 'cosigned', lines: answer.value };
    if ('size' in answer.error) return { kind: 'other_size', size: answer.error.size };
    return { kind: 'refused', status: 500 };
  };
  return faultyWitness({ key: writeVerifierKey(witnessKey(own)), addCheckpoint }, writes);
}

const cosignature: RegisterWrite = {
  files: ['log/collect-cosignatures.ts', 'witness/witness.ts'],
  writes: ['witness', 'witness memory', 'commit'],
  arrange: async (world) => {
    const heads = new Map<string, TreeHead>();
    await aGrantedCase(world);
    await world.deps.db.pool.query('truncate public_log_cosignatures');
    return {
      run: (deps, writes) =>
        collectCosignatures({ ...deps, witnesses: [aWitness(world, heads, writes)], verifyEd25519 }),
      outcome: async () => {
        const log = await readLog(world.deps);
        const note = okOf(parseNote(log?.checkpoint ?? ''));
        const key = witnessKey({ name: NAME, signer: TEST_LOG.signer });
        const kept = [...heads.values()].map(({ size }) => size - (log?.size ?? 0));
        return { by: (await findCosignature(note, key, verifyEd25519))?.name, lines: note.signatures.length, kept };
      },
      expected: { by: NAME, lines: 2, kept: [0] },
    };
  },
};

/** What is in a copy, but for what stays as it was first made. */
const filesOf = ({ files }: FolderInMemory): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...files]
      .filter(([file]) => !/proof$|^log\/tile\/.*\.p\//.test(file))
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([file, bytes]) => [file, sha256Bytes(bytes).toHex()]),
  );

/** What is compared with the log, and what is not always there; pages and drawings are files like others, and dear. */
const MADE = /^\/(log\/|labels\.jsonl|labels\/[^/]+\.json|status\/|(en\/)?404)/;

/** The public side, of which only what is compared is made. */
function cheapSide(): ExportMeans['sideOf'] {
  const { sideOf } = exportToolsOf('faults');
  return (deps) => {
    const side = sideOf(deps);
    const cheap = (path: string): Promise<Response> => Promise.resolve(new Response(`what lies at ${path}`));
    return { ask: (path) => (MADE.test(path) ? side.ask(path) : cheap(path)) };
  };
}

const wholes = new WeakMap<World, Readonly<Record<string, string>>>();

/** What a copy of a world holds that nothing has disturbed. */
async function wholeOf(world: World, means: Omit<ExportMeans, 'folder'>): Promise<Readonly<Record<string, string>>> {
  const known = wholes.get(world);
  if (known !== undefined) return known;
  await aSignedLabel(world);
  await aSignedLabel(world);
  const folder = folderInMemory();
  okOf(await exportRegister(world.deps, { ...means, folder }, RUNNING));
  const whole = filesOf(folder);
  wholes.set(world, whole);
  return whole;
}

const staticCopy: RegisterWrite = {
  files: ['static-export/copy-files.ts', 'static-export/copy-labels.ts', 'static-export/export-register.ts'],
  writes: ['file', 'place', 'lines', 'line', 'lines finished', 'state'].map((kind) => `copy: ${kind}`),
  arrange: async (world) => {
    const folder = folderInMemory();
    const means = { sideOf: cheapSide(), edition: '1' };
    const expected = await wholeOf(world, means);
    return {
      run: (deps, writes) => exportRegister(deps, { ...means, folder: faultyFolder(folder, writes) }, RUNNING),
      outcome: () => Promise.resolve(filesOf(folder)),
      expected,
    };
  },
};

const storedAnswer: RegisterWrite = {
  files: ['stored-page/stored-pages.ts'],
  writes: ['commit'],
  arrange: async (world) => {
    const { number } = (await aGrantedCase(world)).label;
    const [label, logPlace] = await Promise.all([findLabel(world.deps, number), findLogPlace(world.deps, number)]);
    const text = `data of ${number}`;
    const pagesOf = async (deps: Deps): Promise<StoredPages> => {
      const edition = Promise.resolve('1');
      const pages = new StoredPages(deps, { edition, report: () => undefined });
      await edition;
      return pages;
    };
    return {
      run: async (deps) => {
        const pages = await pagesOf(deps);
        pages.keep({ kind: 'json', label: okOf(label), logPlace, etag: 'W/"1"', text });
        await pages.settle();
      },
      outcome: async () => {
        const found = await (await pagesOf(world.deps)).find(number, 'json');
        return found === undefined ? undefined : gunzipSync(found.body).toString();
      },
      expected: text,
    };
  },
};

/** What goes to witnesses, into copies, and is stored to be sent again. */
export const COPY_WRITES: Readonly<Record<string, RegisterWrite>> = {
  'a witness’s cosignature': cosignature,
  'the static copy': staticCopy,
  'an answer that is stored': storedAnswer,
};
