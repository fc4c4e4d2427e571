/** An answer about a label as it is sent; gone after a crash of the server, and made again when it is asked for. */
export type StoredPagesTable = {
  number: string;
  kind: 'page.ja' | 'page.en' | 'json';
  edition: string;
  made_on: Temporal.PlainDate;
  holds_until: Temporal.PlainDate | null;
  etag: string;
  modified: string | null;
  /** Compressed with gzip, in base64. */
  body: string;
};
