import type { StoredPagesTable } from '../../db/stored-page-tables.ts';

/** What can be stored of a label: its page in a language, and its data. */
export type StoredKind = StoredPagesTable['kind'];

/** An answer as it is sent. */
export type StoredPage = {
  readonly etag: string;
  /** Its Last-Modified, where it has one. */
  readonly modified: string | null;
  /** Compressed with gzip. */
  readonly body: Uint8Array;
};
