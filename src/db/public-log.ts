import { sql } from 'kysely';
import type { Tile } from '../core/log/tiles.ts';
import type { CompletedSubtree, TreeEdge } from '../core/log/tree-edge.ts';
import { edgeBytes, edgeFromBytes } from '../core/log/tree-edge.ts';
import { HASH_BYTES, joinedHashes, type TreeHash } from '../core/log/tree-hash.ts';
import { TILE_WIDTH } from '../core/log/tiles.ts';
import type { Reader } from './database.ts';
import { statement } from './statement.ts';
import type { Tx } from './transact.ts';

/** A fact that becomes public: its entry is the canonical text whose hash the transparency log proves. */
export type PublicFact = {
  readonly at: Temporal.Instant;
  readonly kind: string;
  readonly subject: string;
  readonly entry: string;
};

/** The keys a log signs with, as text (C2SP signed-note, Verifier keys). */
export type LogKeyTexts = {
  readonly verifierKey: string;
  /** Signs beside it until it retires. */
  readonly joiningKey: string | undefined;
};

/** What the log has signed last: the checkpoint, and the keys it can be verified with. */
export type SignedHead = LogKeyTexts & { readonly checkpoint: string };

/** Where the log stands: the edge its tree grows from, and what was signed; nothing before the first act of all. */
type LogHead = { readonly edge: TreeEdge; readonly signed: SignedHead | undefined };

type HeadRow = {
  readonly size: number;
  readonly edge: Uint8Array;
  readonly checkpoint: string | null;
  readonly verifier_key: string | null;
  readonly joining_key: string | null;
};

function toHead(row: HeadRow | undefined): LogHead {
  const edge = row && edgeFromBytes(row.size, row.edge);
  if (row === undefined || edge === undefined) throw new Error('the public log has lost its head row');
  const { checkpoint, verifier_key: verifierKey } = row;
  const joiningKey = row.joining_key ?? undefined;
  const isSigned = checkpoint !== null && verifierKey !== null;
  return { edge, signed: isSigned ? { checkpoint, verifierKey, joiningKey } : undefined };
}

const HEAD_COLUMNS = ['size', 'edge', 'checkpoint', 'verifier_key', 'joining_key'] as const;

const locking = statement<object, HeadRow>((db) =>
  db.selectFrom('public_log_head').select(HEAD_COLUMNS).forUpdate().compile(),
);

/** Locks the head of the log until the transaction ends: the last lock an act takes. */
export async function lockLogHead(tx: Tx): Promise<LogHead> {
  return toHead((await locking(tx, {}))[0]);
}

/** The head of the log as it was signed last. */
export async function findLogHead(db: Reader): Promise<LogHead> {
  const row = await db.selectFrom('public_log_head').select(HEAD_COLUMNS).executeTakeFirst();
  return toHead(row);
}

/** Facts with the bytes of their entries and the hashes of these, and what the log becomes with them. */
type Growth = {
  /** How many entries the log had when its head was locked. */
  readonly from: number;
  readonly facts: readonly (PublicFact & { readonly bytes: Uint8Array; readonly leafHash: TreeHash })[];
  readonly completed: readonly CompletedSubtree[];
  readonly edge: TreeEdge;
  readonly signed: SignedHead;
};

/** All entries as one value of bytes, where each begins in it, counted from 1, and how long it is. */
function joinedEntries(facts: Growth['facts']): {
  readonly entries: Uint8Array;
  readonly starts: readonly number[];
  readonly lengths: readonly number[];
} {
  const lengths = facts.map(({ bytes }) => bytes.length);
  const entries = new Uint8Array(lengths.reduce((sum, length) => sum + length, 0));
  let end = 0;
  const starts = facts.map(({ bytes }) => {
    const start = end;
    entries.set(bytes, start);
    end += bytes.length;
    return start + 1;
  });
  return { entries, starts, lengths };
}

type GrowthValues = ReturnType<typeof toValues>;

function toValues({ from, facts, completed, edge, signed }: Growth) {
  return {
    ...signed,
    joiningKey: signed.joiningKey ?? null,
    from,
    size: edge.size,
    edge: edgeBytes(edge),
    moments: facts.map(({ at }) => at),
    kinds: facts.map(({ kind }) => kind),
    subjects: facts.map(({ subject }) => subject),
    ...joinedEntries(facts),
    leafHashes: joinedHashes(facts.map(({ leafHash }) => leafHash)),
    levels: completed.map(({ level }) => level),
    places: completed.map(({ index }) => index),
    hashes: completed.map(({ hash }) => hash),
  };
}

// Entries go as one value of bytes: as an array of texts each would be written with its quotes escaped, and read again.
// Whoever finds another size than the one it counted from writes nothing: the log never forks, whatever else went wrong.
const growing = statement((db, given: GrowthValues) =>
  sql<{ index: number }>`
    with head as (
      update public_log_head
      set size = ${given.size}::bigint, edge = ${given.edge}::bytea, checkpoint = ${given.checkpoint}::text,
        verifier_key = ${given.verifierKey}::text, joining_key = ${given.joiningKey}::text
      where size = ${given.from}::bigint
      returning size
    ), subtrees as (
      insert into public_log_subtrees (level, index, hash)
      select subtree.level, subtree.index, subtree.hash
      from head, unnest(${given.levels}::smallint[], ${given.places}::bigint[], ${given.hashes}::bytea[])
        as subtree (level, index, hash)
    )
    insert into public_log (index, at, kind, subject, entry, leaf_hash)
    select ${given.from}::bigint + fact.place - 1, fact.at, fact.kind, fact.subject,
      convert_from(substring(${given.entries}::bytea from fact.start for fact.length), 'UTF8'),
      substring(${given.leafHashes}::bytea from (fact.place::integer - 1) * ${HASH_BYTES}::integer + 1 for ${HASH_BYTES}::integer)
    from head, unnest(${given.moments}::timestamptz[], ${given.kinds}::text[], ${given.subjects}::text[],
      ${given.starts}::integer[], ${given.lengths}::integer[])
      with ordinality as fact (at, kind, subject, start, length, place)
    returning index`.compile(db),
);

/**
 * Writes entries, completed subtrees and the new head in one statement. Throws when the log is no longer as long as it
 * was: somebody appended without the lock, and this act must not be.
 */
export async function saveGrowth(tx: Tx, growth: Growth): Promise<void> {
  const written = await growing(tx, toValues(growth));
  if (written.length !== growth.facts.length) throw new Error('the public log was moved on without its lock');
}

/** The hashes of a tile in their order; fewer than its width where the log does not reach it. */
export async function listTileHashes(db: Reader, { level, index, width }: Tile): Promise<readonly TreeHash[]> {
  const from = index * TILE_WIDTH;
  if (level === 0) {
    const leaves = db.selectFrom('public_log').select('leaf_hash as hash');
    const rows = await leaves
      .where('index', '>=', from)
      .where('index', '<', from + width)
      .orderBy('index')
      .execute();
    return rows.map(({ hash }) => hash);
  }
  const rows = await db
    .selectFrom('public_log_subtrees')
    .select('hash')
    .where('level', '=', level)
    .where('index', '>=', from)
    .where('index', '<', from + width)
    .orderBy('index')
    .execute();
  return rows.map(({ hash }) => hash);
}

/** The texts of `count` entries from one on, in their order; fewer where the log ends. */
export async function listLogEntries(db: Reader, from: number, count: number): Promise<readonly string[]> {
  const entries = db.selectFrom('public_log').select('entry');
  const rows = await entries
    .where('index', '>=', from)
    .where('index', '<', from + count)
    .orderBy('index')
    .execute();
  return rows.map(({ entry }) => entry);
}

/** An entry with its place in the log. */
type LoggedEntry = { readonly index: number; readonly at: Temporal.Instant; readonly entry: string };

/** The newest entry about a subject. */
export async function findNewestEntry(db: Reader, subject: string): Promise<LoggedEntry | undefined> {
  return db
    .selectFrom('public_log')
    .select(['index', 'at', 'entry'])
    .where('subject', '=', subject)
    .orderBy('index', 'desc')
    .limit(1)
    .executeTakeFirst();
}

const newestIndex = statement((db, { subject }: { readonly subject: string }) =>
  db
    .selectFrom('public_log')
    .select('index')
    .where('subject', '=', subject)
    .orderBy('index', 'desc')
    .limit(1)
    .compile(),
);

/** The place of the newest entry about a subject. */
export async function findNewestIndex(db: Reader, subject: string): Promise<number | undefined> {
  return (await newestIndex(db, { subject }))[0]?.index;
}

/** Whether entries of a kind, of acts before a moment, stand at a place or behind it. */
export async function isLoggedSince(
  db: Reader,
  { kind, from, until }: { readonly kind: string; readonly from: number; readonly until: Temporal.Instant },
): Promise<boolean> {
  const found = await db
    .selectFrom('public_log')
    .select('index')
    .where('index', '>=', from)
    .where('kind', '=', kind)
    .where('at', '<', until)
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}
