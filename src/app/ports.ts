import type { Sha256 } from '../core/kernel/ids.ts';
import type { Result } from '../core/kernel/result.ts';
import type { Database } from '../db/database.ts';
import type { SchemeVersion } from './scheme/scheme-version.ts';

/** The time as acts see it: the system's, or a simulated one in tests and the demonstration. */
export type Clock = { readonly now: () => Temporal.Instant };

/** A source of identifiers nobody has had before. */
export type IdSource = {
  /** A UUID of version 7 in lower case; later ones sort after earlier ones of the same process (RFC 9562, 5.7 and 6.2). */
  readonly uuid: () => string;
  /** 256 bits nobody can guess, as 43 characters of base64url: session tokens, challenges, links. */
  readonly secret: () => string;
};

/** Why bytes were not stored; nothing of them is kept. `limit` in bytes. */
export type FileRefusal =
  { readonly code: 'file_too_large'; readonly limit: number } | { readonly code: 'file_store_full' };

/** Files by their content: the SHA-256 is the name, so a file never changes and is stored once. */
export type FileStore = {
  /**
   * Stores bytes durably: when it answers ok they survive a power cut. Reading stops at `limit` bytes. What the source
   * throws is thrown on, and nothing is kept.
   */
  readonly put: (
    source: Uint8Array | AsyncIterable<Uint8Array>,
    limit: number,
  ) => Promise<Result<{ readonly sha256: Sha256; readonly size: number }, FileRefusal>>;
  /** The bytes of a file, or undefined when there is none of that name. */
  readonly open: (sha256: Sha256) => Promise<AsyncIterable<Uint8Array> | undefined>;
  readonly has: (sha256: Sha256) => Promise<boolean>;
  /** The names of all files, ascending. */
  readonly list: () => AsyncIterable<Sha256>;
};

/** Which days the scheme's authority works: what clocks in business days count. */
export type WorkingDays = { readonly isWorkingDay: (day: Temporal.PlainDate) => boolean };

/** What every act is given: all that lies outside the program. Built once, in `entry`. */
export type Deps = {
  readonly db: Database;
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly files: FileStore;
  readonly workingDays: WorkingDays;
  /** The scheme in force for new cases; what was filed before stays under its own version. */
  readonly scheme: SchemeVersion;
  /** Where the public pages are reached, without a slash at the end. */
  readonly baseUrl: string;
};
