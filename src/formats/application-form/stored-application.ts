import { isJsonObject } from '../../core/kernel/json-object.ts';
import type { Answer, Item } from '../../core/case/answer-kinds.ts';
import { ITEMS, TABLES, type TableId } from '../../core/case/application-items.ts';
import type { Application } from '../../core/case/application.ts';

/** The version of the stored form; a change that old texts do not fit raises it and reads the old ones on. */
const STORED_VERSION = 1;

type Cells = Readonly<Record<string, Answer | undefined>>;
type Stored = Readonly<Record<string, unknown>>;

function toStoredCells(items: readonly Item[], cells: Cells): Stored {
  const stored: Record<string, unknown> = {};
  for (const { id, kind } of items) {
    const answer = cells[id];
    if (answer === undefined) continue;
    stored[id] = kind === 'day' ? String(answer) : answer;
  }
  return stored;
}

function sorted(answers: Readonly<Record<string, boolean>>): Stored {
  return Object.fromEntries(Object.entries(answers).sort(([first], [second]) => (first < second ? -1 : 1)));
}

/**
 * An application as it is kept: one line of JSON, days as ISO 8601 dates, keys in the order of the form. Equal applications
 * give equal texts; answers not given are left out.
 */
export function toStoredApplication(application: Application): string {
  const tables = (Object.keys(TABLES) as TableId[]).map((table) => [
    table,
    application[table].map((row) => toStoredCells(TABLES[table], row)),
  ]);
  return JSON.stringify({
    version: STORED_VERSION,
    answers: toStoredCells(ITEMS, application.answers),
    scope: sorted(application.scope),
    profile: sorted(application.profile),
    ...Object.fromEntries(tables),
  });
}

function broken(path: string): never {
  throw new Error(`stored application is broken at ${path}`);
}

function isTextList(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((entry) => typeof entry === 'string');
}

function fromStoredAnswer(kind: Item['kind'], value: unknown, path: string): Answer {
  if (kind === 'yes-no') return typeof value === 'boolean' ? value : broken(path);
  if (kind === 'choices' || kind === 'file-names') return isTextList(value) ? value : broken(path);
  if (typeof value !== 'string') return broken(path);
  return kind === 'day' ? Temporal.PlainDate.from(value) : value;
}

type Kinds = ReadonlyMap<string, Item['kind']>;

const kindsOf = (items: readonly Item[]): Kinds => new Map(items.map((item) => [item.id, item.kind]));

/** Made once: a stored application is read several times in the life of a case, and each has many rows. */
const ANSWER_KINDS = kindsOf(ITEMS);
const TABLE_KINDS = (Object.keys(TABLES) as TableId[]).map((table): [TableId, Kinds] => [
  table,
  kindsOf(TABLES[table]),
]);

/** The cells of a row, changed in place: what was just parsed belongs to nobody else, and a copy would cost as much again. */
function fromStoredCells(kinds: Kinds, stored: unknown, path: string): Cells {
  if (!isJsonObject(stored)) return broken(path);
  const cells = stored as Record<string, unknown>;
  for (const id of Object.keys(cells)) {
    const at = `${path}.${id}`;
    const [kind, value] = [kinds.get(id) ?? broken(at), cells[id]];
    const answer = fromStoredAnswer(kind, value, at);
    if (answer !== value) cells[id] = answer;
  }
  return cells as Cells;
}

function fromStoredFlags(stored: unknown, path: string): Readonly<Record<string, boolean>> {
  if (!isJsonObject(stored)) return broken(path);
  for (const [id, value] of Object.entries(stored)) if (typeof value !== 'boolean') broken(`${path}.${id}`);
  return stored as Readonly<Record<string, boolean>>;
}

/** The application a stored text holds. Throws on a text `toStoredApplication` has not made: the store is broken then. */
export function fromStoredApplication(text: string): Application {
  const stored: unknown = JSON.parse(text);
  if (!isJsonObject(stored) || stored['version'] !== STORED_VERSION) return broken('version');
  const tables = TABLE_KINDS.map(([table, kinds]) => {
    const rows = stored[table];
    if (!Array.isArray(rows)) return broken(table);
    return [table, rows.map((row, place) => fromStoredCells(kinds, row, `${table}.${String(place)}`))];
  });
  return {
    answers: fromStoredCells(ANSWER_KINDS, stored['answers'], 'answers'),
    scope: fromStoredFlags(stored['scope'], 'scope'),
    profile: fromStoredFlags(stored['profile'], 'profile'),
    ...Object.fromEntries(tables),
  } as Application;
}
