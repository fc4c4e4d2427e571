/** A file of a copy, and the SHA-256 of its bytes. */
export type ExportedFile = readonly [file: string, sha256: string];

/** What is remembered of a label in a copy. */
export type ExportLine = {
  readonly number: string;
  /** What made it: program, scheme data and settings. */
  readonly edition: string;
  /** The place of the newest entry about it in the public log. */
  readonly place: number;
  /** The legal day from which its pages say something that no longer holds. */
  readonly until: string | undefined;
  /** How many signatures the checkpoint in its proof has: witnesses sign after the log itself. */
  readonly signatures: number;
  /** How many keys of the issuer were revoked then: what they signed is believed no more, and was signed anew since. */
  readonly revoked: number;
  readonly files: readonly ExportedFile[];
};

/** A label as a line, without its end. */
export function writeExportLine({ number, edition, place, until, signatures, revoked, files }: ExportLine): string {
  return JSON.stringify([number, edition, place, until ?? null, signatures, files, revoked]);
}

/** Reads a line. Throws on one we did not write. */
export function readExportLine(text: string): ExportLine {
  const [number, edition, place, until, signatures, files, revoked = 0] = JSON.parse(text) as [
    string,
    string,
    number,
    string | null,
    number,
    readonly ExportedFile[],
    number?,
  ];
  return { number, edition, place, until: until ?? undefined, signatures, revoked, files };
}
