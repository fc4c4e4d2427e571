import { join } from 'node:path';
import { connectEmbedded, connectServer } from '../../src/db/connect.ts';
import type { Database } from '../../src/db/database.ts';

/** Where acts run and are killed: a data directory, whose database is embedded in it or on a server. */
export type Place = { readonly directory: string; readonly databaseUrl: string | undefined };

/** The folder of a place's stored files. */
export const filesOf = (place: Place): string => join(place.directory, 'files');

/** Opens the database of a place as the program does. */
export async function openPlace({ directory, databaseUrl }: Place): Promise<Database> {
  const opened =
    databaseUrl === undefined ? await connectEmbedded(directory) : await connectServer(databaseUrl, { max: 2 });
  if (!opened.ok) throw new Error(`the database cannot be opened: ${JSON.stringify(opened.error)}`);
  return opened.value;
}
