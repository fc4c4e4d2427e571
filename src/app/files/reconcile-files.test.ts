import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, test } from 'node:test';
import { sql } from 'kysely';
import { eachDatabase } from '../../../testing/database.ts';
import { equal } from '../../../testing/equal.ts';
import { okOf, SYSTEM } from '../../../testing/builders/world.ts';
import { openScratchFiles } from '../../../testing/scratch-files.ts';
import { scratchDirectory } from '../../../testing/scratch.ts';
import { PUBLIC } from '../../core/access/actor.ts';
import type { Sha256 } from '../../core/kernel/ids.ts';
import { ok } from '../../core/kernel/result.ts';
import type { Database } from '../../db/database.ts';
import { insertFile } from '../../db/files.ts';
import { transact } from '../../db/transact.ts';
import type { FileStore } from '../ports.ts';
import { reconcileFiles } from './reconcile-files.ts';

const AT = Temporal.Instant.from('2026-04-01T00:00:00Z');

describe('the file store against the database', () => {
  eachDatabase((_kind, open) => {
    let db: Database | undefined;
    let deps: { readonly db: Database; readonly files: FileStore };
    let root: string;
    beforeEach(async () => {
      db ??= await open();
      await sql`delete from files`.execute(db.kysely);
      root = scratchDirectory();
      deps = { db, files: await openScratchFiles(root) };
    });
    const reconcile = async (wanted: { readonly readContents: boolean }) =>
      okOf(await reconcileFiles(deps, SYSTEM, wanted));
    const store = async (text: string): Promise<Sha256> => {
      const stored = await deps.files.put(Buffer.from(text), 100);
      assert.ok(stored.ok);
      return stored.value.sha256;
    };
    const record = (sha256: Sha256): Promise<unknown> =>
      transact(deps.db, async (tx) => {
        await insertFile(tx, { sha256, size: 1, mediaType: 'text/plain', storedAt: AT });
        return ok(undefined);
      });
    const pathOf = (sha256: Sha256): string => join(root, 'content', sha256.slice(0, 2), sha256.slice(2, 4), sha256);
    const NOTHING = { rowsWithoutFile: [], filesWithoutRow: [], alteredFiles: [] };

    test('agrees when both are empty, and when both hold the same', async () => {
      equal(await reconcile({ readContents: true }), NOTHING);
      for (const text of ['a', 'b', 'c']) await record(await store(text));
      equal(await reconcile({ readContents: true }), NOTHING);
    });

    test('is for administrators and the system', async () => {
      equal(await reconcileFiles(deps, PUBLIC, { readContents: true }), {
        ok: false,
        error: { code: 'not_permitted', act: 'file.reconcile', roles: ['administrator', 'system'] },
      });
    });

    test('tells lost files and unrecorded ones apart, wherever they fall in the order', async () => {
      const names = await Promise.all(Array.from({ length: 12 }, (_, n) => store(`file ${n}`)));
      const [lost, unrecorded] = [names.slice(0, 4).sort(), names.slice(4, 8).sort()];
      for (const name of names) if (!unrecorded.includes(name)) await record(name);
      for (const name of lost) rmSync(pathOf(name));
      const found = await reconcile({ readContents: false });
      equal(found, { rowsWithoutFile: lost, filesWithoutRow: unrecorded, alteredFiles: [] });
    });

    test('finds altered bytes when asked to read them', async () => {
      const [sound, altered] = [await store('sound'), await store('altered')];
      await record(sound);
      await record(altered);
      writeFileSync(pathOf(altered), 'altereD');
      equal(await reconcile({ readContents: false }), NOTHING);
      equal(await reconcile({ readContents: true }), {
        ...NOTHING,
        alteredFiles: [altered],
      });
    });

    test('is compared to the last row when there is more than one page of them', async () => {
      await sql`
        insert into files (sha256, size, media_type, stored_at)
        select lpad(to_hex(n), 64, '0'), 1, 'x', ${AT} from generate_series(1, 2500) n`.execute(deps.db.kysely);
      const found = await reconcile({ readContents: false });
      assert.equal(new Set(found.rowsWithoutFile).size, 2500);
    });
  });
});
