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
  readonly files: readonly ExportedFile[];
};

/** A label as a line, without its end. */
export function writeExportLine({ number, edition, place, until, files }: ExportLine): string {
  return JSON.stringify([number, edition, place, until ?? null, files]);
}

/** Reads a line. Throws on one we did not write. */
export function readExportLine(text: string): ExportLine {
  const [number, edition, place, until, files] = JSON.parse(text) as [
    string,
    string,
    number,
    string | null,
    readonly ExportedFile[],
  ];
  return { number, edition, place, until: until ?? undefined, files };
}
