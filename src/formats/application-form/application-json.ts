import { ITEMS } from '../../core/case/application-items.ts';
import type { Application } from '../../core/case/application.ts';
import { ok, refused, type Result } from '../../core/kernel/result.ts';
import type { CriteriaSet, Scheme } from '../../core/scheme/scheme.ts';
import { readAnswer, type Asked, type RawAnswer } from './answer-reader.ts';
import type { FormFault } from './form-fault.ts';
import { TABLE_IDS, withListedInterfaces, type ReadableForm } from './readable-form.ts';
import { toStoredApplication } from './stored-application.ts';
import { WORKBOOK_LIMITS } from '../workbook/workbook-limits.ts';

/** What the member `form` of every application in JSON says. */
export const JSON_FORM = 'shirushi-application';
/** The version of that form. */
export const JSON_VERSION = 1;

/** Most rows of one table: as many as a sheet of a workbook may have. */
const MOST_ROWS = WORKBOOK_LIMITS.rows;

type Members = Readonly<Record<string, unknown>>;
const KEYS: readonly string[] = [
  '$schema',
  'form',
  'version',
  'scheme',
  'level',
  'answers',
  'scope',
  'profile',
  ...TABLE_IDS,
];

/** An application as the JSON others exchange: days as ISO dates, choices by id, only what was answered. */
export function toApplicationJson(
  application: Application,
  of: { readonly scheme: Scheme; readonly set: CriteriaSet },
): Members {
  const content = JSON.parse(toStoredApplication(application)) as Members;
  const head = { form: JSON_FORM, version: JSON_VERSION, scheme: of.scheme.id, level: of.set.level };
  // Twice, so that the head comes first and its version is the one that counts.
  return { ...head, ...content, ...head };
}

/** Collects what cannot be read while the readable rest is kept, so that all faults are told at once. */
class Reading {
  readonly faults: FormFault[] = [];

  refuse(code: FormFault['code'], path: string, params: FormFault['params'] = {}): void {
    this.faults.push({ code, path, params });
  }

  members(value: unknown, path: string): readonly (readonly [string, unknown])[] {
    if (value === undefined) return [];
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return Object.entries(value);
    this.refuse('wrong_type', path, { expected: 'object' });
    return [];
  }

  answer(value: unknown, path: string, asked: Asked): unknown {
    const raw = rawAnswer(value);
    if (raw === undefined) {
      this.refuse('wrong_type', path, { expected: 'string, number, boolean, array' });
      return undefined;
    }
    const read = readAnswer(raw, asked);
    if (read.ok) return read.value;
    this.refuse(read.error.code, path, read.error.params);
    return undefined;
  }

  cells(value: unknown, path: string, questions: (id: string) => Asked | undefined): Members {
    const cells: Record<string, unknown> = {};
    for (const [id, member] of this.members(value, path)) {
      const at = path === 'answers' ? id : `${path}.${id}`;
      const asked = questions(id);
      if (asked === undefined) this.refuse('unknown_key', at, { key: id });
      else if (member !== null) {
        const answer = this.answer(member, at, asked);
        if (answer !== undefined) cells[id] = answer;
      }
    }
    return cells;
  }
}

function rawAnswer(value: unknown): RawAnswer | undefined {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (Array.isArray(value) && value.every((entry) => typeof entry === 'string')) return value;
  return undefined;
}

const ITEM_IDS: ReadonlySet<string> = new Set(ITEMS.map((item) => item.id));

function readHead(members: Members, { form: { scheme, set } }: ReadableForm, reading: Reading): void {
  for (const key of Object.keys(members)) if (!KEYS.includes(key)) reading.refuse('unknown_key', key, { key });
  const { version } = members;
  if (version !== JSON_VERSION) {
    reading.refuse('version_unknown', 'version', {
      found: version === undefined ? '' : JSON.stringify(version),
      expected: String(JSON_VERSION),
    });
  }
  const named = [
    ['scheme', 'other_scheme', scheme.id],
    ['level', 'other_level', set.level],
  ] as const;
  for (const [key, code, expected] of named) {
    const found = members[key];
    if (found !== undefined && found !== expected)
      reading.refuse(code, key, { found: typeof found === 'string' ? found : JSON.stringify(found), expected });
  }
}

function readRows(value: unknown, table: string, reading: Reading): readonly unknown[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) reading.refuse('wrong_type', table, { expected: 'array' });
  else if (value.length <= MOST_ROWS) return value;
  else reading.refuse('table_too_long', table, { most: MOST_ROWS, length: value.length });
  return [];
}

/**
 * Reads an application from JSON: strict about keys, lenient about values (any spelling a person might use). Either the
 * whole application or everything that cannot be read.
 */
export function fromApplicationJson(value: unknown, readable: ReadableForm): Result<Application, readonly FormFault[]> {
  const reading = new Reading();
  if (typeof value !== 'object' || value === null || (value as Members)['form'] !== JSON_FORM) {
    return refused([{ code: 'not_an_application', path: '', params: {} }]);
  }
  const members = value as Members;
  readHead(members, readable, reading);
  const { items, tables } = readable;
  const ofSection = (section: string) => (id: string) => items.get(`${section}.${id}`);
  const rows = TABLE_IDS.map((table) => [
    table,
    readRows(members[table], table, reading).map((row, place) =>
      reading.cells(row, `${table}.${String(place)}`, (id) => tables[table].get(id)),
    ),
  ]);
  const application = {
    answers: reading.cells(members['answers'], 'answers', (id) => (ITEM_IDS.has(id) ? items.get(id) : undefined)),
    scope: reading.cells(members['scope'], 'scope', ofSection('scope')),
    profile: reading.cells(members['profile'], 'profile', ofSection('profile')),
    ...Object.fromEntries(rows),
  } as Application;
  return reading.faults.length > 0 ? refused(reading.faults) : ok(withListedInterfaces(application));
}
