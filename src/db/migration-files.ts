import { hash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Sha256 } from '../core/kernel/ids.ts';

/** One forward step of the database's structure; `sha256` is of its text with LF line ends. */
export type Migration = { readonly name: string; readonly sql: string; readonly sha256: Sha256 };

const NAME = /^(\d{4})-[a-z0-9-]+\.sql$/;

/**
 * The migrations in a folder in the order they apply: files named `0001-….sql`, numbered from 1 without gaps; the dump
 * `schema.sql` is passed over. Throws on any other file.
 */
export async function readMigrations(directory: string): Promise<readonly Migration[]> {
  const names = (await readdir(directory)).filter((name) => name !== 'schema.sql').sort();
  for (const [position, name] of names.entries()) {
    if (Number(NAME.exec(name)?.[1]) !== position + 1) throw new Error(`not migration number ${position + 1}: ${name}`);
  }
  return Promise.all(
    names.map(async (name) => {
      const sql = (await readFile(join(directory, name), 'utf8')).replaceAll('\r\n', '\n');
      return { name, sql, sha256: hash('sha256', sql) as Sha256 };
    }),
  );
}
