import { hash, randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { appendPublicFacts } from '../../src/app/log/append-public-facts.ts';
import { searchKey } from '../../src/core/kernel/fold.ts';
import { refused } from '../../src/core/kernel/result.ts';
import { searchFold } from '../../src/core/register/search-fold.ts';
import { formatNumber } from '../../src/core/scheme/number-format.ts';
import type { NumberKind } from '../../src/core/scheme/scheme.ts';
import type { Database } from '../../src/db/database.ts';
import { transact } from '../../src/db/transact.ts';
import { toParameter } from '../../src/db/type-parsers.ts';
import { TEST_LOG } from '../../testing/test-signer.ts';
import { japaneseScheme } from '../../testing/schemes.ts';
import type { CaseNames } from './complete-case.ts';
import { recordStatements, type Statement } from './recording.ts';

/** A statement ready for the driver: named, so that it is prepared once, and with every value as it is sent. */
type Prepared = { readonly name?: string; readonly text: string; readonly values: unknown[] };

/** A recorded case and what it was called. */
type Recording = { readonly names: CaseNames; readonly statements: readonly Statement[] };

const YEAR = 2026;
const STARS = 1;

/** The names the next case will have: new ids, and the numbers the counters will give. */
async function nextNames(pool: Pool): Promise<CaseNames> {
  const { rows } = await pool.query<{ kind: NumberKind; last: number }>('select kind, last from number_counters');
  const next = (kind: NumberKind): string => {
    const sequence = (rows.find((row) => row.kind === kind)?.last ?? 0) + 1;
    return formatNumber(japaneseScheme.numbers[kind], { stars: STARS, year: YEAR, sequence });
  };
  const numbers = {
    application: next('application'),
    acceptance: next('acceptance'),
    registration: next('registration'),
  };
  return { case: randomUUID(), label: randomUUID(), ...numbers };
}

/** Every spelling in which a name of a case stands in a statement. */
const spellings = (names: CaseNames): readonly string[] => [
  ...[names.case, names.label, names.application, names.acceptance, names.registration],
  ...[searchKey(names.registration), searchFold(names.registration)],
];

/** The statement that appends to the public log, by what it does first. */
const isLogging = ({ text }: Statement): boolean => text.includes('update public_log_head');

/** The place of the parameters that say what is logged, in the order in which the statement has them. */
const LOGGED_FROM = 9;

/**
 * The statement that logs the next case's label. Its values hang on all that was logged before, so they are computed as the
 * program computes them, in a transaction that is rolled back.
 */
async function loggingOf(
  db: Database,
  statements: readonly Statement[],
  renamed: (value: unknown) => unknown,
): Promise<Statement | undefined> {
  const recorded = statements.find(isLogging);
  if (recorded === undefined) return undefined;
  const [moments, kinds, subjects, entries] = recorded.values.slice(LOGGED_FROM) as [
    readonly Temporal.Instant[],
    ...(readonly (readonly string[])[]),
  ];
  const facts = moments.map((at, place) => ({
    at,
    kind: kinds?.[place] ?? '',
    subject: String(renamed(subjects?.[place])),
    entry: String(renamed(entries?.[place])),
  }));
  const again = await recordStatements(db, () =>
    transact(db, async (tx) => {
      await appendPublicFacts(TEST_LOG, tx, facts);
      return refused('only to see the statement');
    }),
  );
  return again.find(isLogging);
}

/**
 * The statements of a recorded case as those of the next one. All that a program has to find out is known beforehand:
 * ids, numbers, hashes, texts, and the row a proposal will have.
 */
export async function nextCase(db: Database, { names, statements }: Recording): Promise<readonly Prepared[]> {
  const { pool } = db;
  const before = spellings(names);
  const after = spellings(await nextNames(pool));
  const renamed = (value: unknown): unknown =>
    typeof value === 'string'
      ? before.reduce((text, old, place) => text.replaceAll(old, after[place] ?? ''), value)
      : value;
  const { rows } = await pool.query<{ next: number }>('select coalesce(max(id), 0) + 1 as next from label_decisions');
  const proposal = rows[0]?.next;
  const logged = await loggingOf(db, statements, renamed);
  return statements.map(({ text, values }) => {
    const sent =
      text === logged?.text ? logged.values.map(toParameter) : values.map((value) => renamed(toParameter(value)));
    if (text.startsWith('update "label_decisions"')) sent.splice(-1, 1, proposal);
    return { ...(sent.length > 0 && { name: `replayed-${hash('sha1', text)}` }), text, values: sent };
  });
}

/** Runs prepared statements one after the other on one connection, as plain queries of the driver. */
export async function replay(pool: Pool, statements: readonly Prepared[]): Promise<void> {
  const client = await pool.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    client.release();
  }
}
