/**
 * Something an application still lacks or states wrongly. All gaps are reported at once; the path says which answer, the
 * parameters fill the message of the code.
 */
export type Gap<Code extends string = string> = {
  readonly code: Code;
  /** Path of the answer: `product.name`, `models.0.number` (rows from 0), `determinations.4.evidence`. */
  readonly path: string;
  /** The criterion concerned, where there is one. */
  readonly criterion?: string | undefined;
  readonly params: Readonly<Record<string, string | number>>;
};
