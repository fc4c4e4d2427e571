import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

const Proof = z.union([
  z.strictObject({ test: z.string(), name: z.string() }),
  z.strictObject({ document: z.string(), heading: z.string() }),
  z.strictObject({ code: z.string() }),
]);

const Row = z.strictObject({
  id: z.string().regex(/^V\d+\.\d+\.\d+$/),
  asks: z.string().min(5),
  /** What covers it. */
  by: z.array(Proof).min(1).optional(),
  /** Why it does not apply. */
  not: z.string().min(5).optional(),
  /** What is still missing. */
  open: z.string().min(5).optional(),
});

/** What covers a requirement: a test by its name, a document by a heading, or a place in the code. */
export type Proof = z.infer<typeof Proof>;

/** One requirement of OWASP ASVS 5.0.0 and how it is met. */
export type AsvsRow = z.infer<typeof Row>;

/** The table as it is written in docs/security/asvs.yaml. */
export function asvsTable(): readonly AsvsRow[] {
  return z.array(Row).parse(parse(readFileSync('docs/security/asvs.yaml', 'utf8')));
}
