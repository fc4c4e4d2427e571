import { createHash } from 'node:crypto';
import { lstatSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Most bytes the path of a UNIX socket may have on Linux and macOS, with room to spare. */
const LONGEST_PATH = 100;

/** Where the socket of a data directory lies: in it, or in a folder named after it when the path is too long. */
export function controlPath(dataDirectory: string): string {
  const path = join(dataDirectory, 'control.sock');
  if (Buffer.byteLength(path) <= LONGEST_PATH) return path;
  const name = createHash('sha256').update(dataDirectory).digest('hex').slice(0, 24);
  return join(tmpdir(), `shirushi-${name}`, 'control.sock');
}

/** Whether nobody but this user could have put something where the socket of a data directory lies. */
export function isControlPathOurs(dataDirectory: string): boolean {
  const folder = dirname(controlPath(dataDirectory));
  if (folder === dataDirectory) return true;
  const found = lstatSync(folder, { throwIfNoEntry: false });
  const isMine = process.getuid === undefined || found?.uid === process.getuid();
  return found?.isDirectory() === true && isMine && (found.mode & 0o077) === 0;
}

/** Makes the folder of the socket where it needs one of its own; throws when somebody else made it first. */
export function prepareControlPath(dataDirectory: string): string {
  const path = controlPath(dataDirectory);
  if (dirname(path) !== dataDirectory) mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  if (!isControlPathOurs(dataDirectory)) throw new Error(`${dirname(path)} belongs to somebody else; remove it`);
  return path;
}
