/** What the operating system says of a disk or folder that cannot be written to or read from. */
const SYSTEM = new Set([
  'ENOSPC',
  'EDQUOT',
  'EROFS',
  'EACCES',
  'EPERM',
  'ENOENT',
  'ENOTDIR',
  'EISDIR',
  'EEXIST',
  'EIO',
  'ENAMETOOLONG',
  'ELOOP',
]);

/** The same from SQLite, which holds the lock: no permission, read-only, input or output error, full, cannot be opened. */
const SQLITE: ReadonlyMap<number, string> = new Map([
  [3, 'EACCES'],
  [8, 'EROFS'],
  [10, 'EIO'],
  [13, 'ENOSPC'],
  [14, 'EACCES'],
]);

/** From the embedded database's file system, by WebAssembly's numbers (WASI preview 1, `errno`). */
const WASM: ReadonlyMap<number, string> = new Map([
  [2, 'EACCES'],
  [19, 'EDQUOT'],
  [29, 'EIO'],
  [51, 'ENOSPC'],
  [63, 'EPERM'],
  [69, 'EROFS'],
]);

/** From the embedded database itself: disk full, input or output error (PostgreSQL, Appendix A). */
const SQL_STATES: Readonly<Record<string, string>> = { '53100': 'ENOSPC', '58030': 'EIO' };

type Marked = {
  readonly code?: unknown;
  readonly errcode?: unknown;
  readonly name?: unknown;
  readonly errno?: unknown;
  readonly cause?: unknown;
};

function ownTrouble({ code, errcode, name, errno }: Marked): string | undefined {
  if (name === 'ErrnoError' && typeof errno === 'number') return WASM.get(errno);
  if (code === 'ERR_SQLITE_ERROR' && typeof errcode === 'number') return SQLITE.get(errcode & 0xff);
  if (typeof code !== 'string') return undefined;
  return SYSTEM.has(code) ? code : SQL_STATES[code];
}

/**
 * The operating system's name (`ENOSPC`, `EROFS` …) for why a data folder cannot be used, from whichever part of it an
 * error or its cause comes; undefined for an error of another kind.
 */
export function storageTrouble(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  return ownTrouble(error) ?? storageTrouble((error as Marked).cause);
}
