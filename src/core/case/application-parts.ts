import type { Answer } from './answer-kinds.ts';
import { DETERMINATION_COLUMNS, ITEMS, TABLES, type SectionTable } from './application-items.ts';
import type { Application, DeterminationRow } from './application.ts';

/** A row of any table of the form, by column. */
export type TableRow = Readonly<Record<string, Answer | undefined>>;

/**
 * The smallest piece of an application that one person changes while another changes the rest: an answer, a question of
 * the scheme, a table that is filled in as a whole, or one cell of what was determined about a criterion on an interface.
 */
export type Part =
  | { readonly kind: 'answers' | 'scope' | 'profile'; readonly id: string }
  | { readonly kind: 'table'; readonly table: SectionTable }
  | {
      readonly kind: 'determination';
      readonly criterion: string;
      readonly interface: string | undefined;
      readonly column: keyof DeterminationRow;
    };

/** What a part holds: an answer, or the rows of a table; undefined where nothing was answered. */
export type PartValue = Answer | readonly TableRow[] | undefined;

type DeterminationPart = Extract<Part, { readonly kind: 'determination' }>;

function isAbout(part: DeterminationPart): (row: DeterminationRow) => boolean {
  return (row) => row.criterion === part.criterion && row.interface === part.interface;
}

/** What a part of an application holds now. */
export function partOf(application: Application, part: Part): PartValue {
  switch (part.kind) {
    case 'table':
      return application[part.table];
    case 'determination':
      return application.determinations.find(isAbout(part))?.[part.column];
    default: {
      const answers: TableRow = application[part.kind];
      return answers[part.id];
    }
  }
}

/** Cells in which one is set, or taken out where nothing is answered any more. */
function withCell<Cells extends TableRow>(cells: Cells, id: string, value: PartValue): Cells {
  const others = Object.entries(cells).filter(([other]) => other !== id);
  return Object.fromEntries(value === undefined ? others : [...others, [id, value]]) as unknown as Cells;
}

function withDetermination(rows: readonly DeterminationRow[], part: DeterminationPart, value: PartValue) {
  const { criterion, interface: named, column } = part;
  const fresh: DeterminationRow = named === undefined ? { criterion } : { criterion, interface: named };
  const isKnown = rows.some(isAbout(part));
  const all = isKnown || value === undefined ? rows : [...rows, fresh];
  return all.map((row) => (isAbout(part)(row) ? withCell(row, column, value) : row));
}

/** The application in which one part holds something else. */
export function withPart(application: Application, part: Part, value: PartValue): Application {
  switch (part.kind) {
    case 'table':
      return { ...application, [part.table]: value ?? [] };
    case 'determination':
      return { ...application, determinations: withDetermination(application.determinations, part, value) };
    default:
      return { ...application, [part.kind]: withCell(application[part.kind], part.id, value) };
  }
}

const DETERMINATION_NAME = /^determinations\.([^@]+?)(?:@(.*))?\.([A-Za-z]+)$/su;

/** The part a name stands for; undefined where the form has none of that name. */
export function partNamed(name: string): Part | undefined {
  const [, criterion, named, column] = DETERMINATION_NAME.exec(name) ?? [];
  if (criterion !== undefined) {
    const isColumn = DETERMINATION_COLUMNS.some(({ id }) => id === column);
    return isColumn
      ? { kind: 'determination', criterion, interface: named, column: column as keyof DeterminationRow }
      : undefined;
  }
  if (name !== 'determinations' && Object.hasOwn(TABLES, name)) return { kind: 'table', table: name as SectionTable };
  const [section = '', ...rest] = name.split('.');
  if (section === 'scope' || section === 'profile') return { kind: section, id: rest.join('.') };
  return ITEMS.some(({ id }) => id === name) ? { kind: 'answers', id: name } : undefined;
}

/** The name of a part: equal for equal parts, and the address of its field in a form. */
export function partName(part: Part): string {
  if (part.kind === 'table') return part.table;
  if (part.kind === 'determination') {
    const place = part.interface === undefined ? part.criterion : `${part.criterion}@${part.interface}`;
    return `determinations.${place}.${part.column}`;
  }
  return part.kind === 'answers' ? part.id : `${part.kind}.${part.id}`;
}
