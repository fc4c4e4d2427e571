import { hash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { connectEmbedded } from '../src/db/connect.ts';
import type { Database } from '../src/db/database.ts';
import { MIGRATIONS_KEY, migrateForTests } from './migrations.ts';
import { withProcessLock } from './process-lock.ts';
import { SCRATCH_ROOT, scratchDirectory } from './scratch.ts';

/** Each copy of the project keeps its own, of its present migrations only. */
const TEMPLATES = join(SCRATCH_ROOT, `shirushi-templates-${hash('sha256', import.meta.dirname).slice(0, 10)}`);

async function openIn(directory: string): Promise<Database> {
  const opened = await connectEmbedded(directory);
  if (!opened.ok) throw new Error(`embedded test database: ${opened.error.code}`);
  return opened.value;
}

/** A migrated embedded database, made once for each set of migrations on this machine. */
async function template(): Promise<string> {
  mkdirSync(TEMPLATES, { recursive: true, mode: 0o700 });
  const finished = join(TEMPLATES, MIGRATIONS_KEY);
  await withProcessLock(join(TEMPLATES, 'lock'), async () => {
    if (existsSync(finished)) return;
    for (const name of readdirSync(TEMPLATES)) {
      if (name !== 'lock') rmSync(join(TEMPLATES, name), { recursive: true, force: true });
    }
    const unfinished = `${finished}.unfinished`;
    const db = await openIn(unfinished);
    await migrateForTests(db);
    await db.close();
    renameSync(unfinished, finished);
  });
  return finished;
}

/** A data directory with a migrated embedded database in it that nobody else uses. */
export async function copyEmbeddedTemplate(): Promise<string> {
  const directory = scratchDirectory();
  cpSync(join(await template(), 'database'), join(directory, 'database'), { recursive: true });
  return directory;
}

/** Opens a fresh migrated embedded database; closing it removes it. */
export async function openEmbeddedCopy(): Promise<Database> {
  const directory = await copyEmbeddedTemplate();
  const db = await openIn(directory);
  const close = async (): Promise<void> => {
    await db.close();
    rmSync(directory, { recursive: true, force: true });
  };
  return { ...db, close };
}
