import type { Answer } from '../../core/case/answer-kinds.ts';
import type { TableId } from '../../core/case/application-items.ts';
import type { Application } from '../../core/case/application.ts';
import type { DraftMarks } from '../../core/case/part-marks.ts';
import { ok, refused, type Result } from '../../core/kernel/result.ts';
import type { FormFault, FormNote } from '../application-form/form-fault.ts';
import { TABLE_IDS, withListedInterfaces } from '../application-form/readable-form.ts';
import type { SheetTable } from '../workbook/sheet-table.ts';
import type { ChecklistLexicon, PartId } from './checklist-lexicon.ts';
import { placesIn, type PartPlaces, type PlaceOf } from './checklist-places.ts';
import { reportMeta } from './report-meta.ts';
import { chooseSheets } from './choose-sheets.ts';
import { formerHeadings } from './find-sheets.ts';
import { Findings } from './findings.ts';
import { readItemSheet } from './read-item-sheet.ts';
import { readMeta } from './read-meta.ts';
import { readTableSheet } from './read-table-sheet.ts';
import { CHECKLIST_VERSION } from './checklist-version.ts';

/** A workbook read as an application: its content, notes on how it was read, and where each answer stands in it. */
export type ChecklistReading = {
  readonly application: Application;
  readonly notes: readonly FormNote[];
  /** The names of all sheets in the order of the file. */
  readonly sheets: readonly string[];
  readonly placeOf: PlaceOf;
  /** The draft the workbook was made from, as it remembers it. */
  readonly marks: DraftMarks | undefined;
};

/** Why a workbook is not taken, with whatever of it could be read so that its gaps can be told too. */
export type ChecklistRefusal = { readonly faults: readonly FormFault[]; readonly reading: ChecklistReading };

function flags(answers: ReadonlyMap<string, Answer>, section: 'scope' | 'profile'): Readonly<Record<string, boolean>> {
  const prefix = `${section}.`;
  return Object.fromEntries(
    [...answers]
      .filter(([path]) => path.startsWith(prefix))
      .map(([path, answer]) => [path.slice(prefix.length), answer]),
  ) as Readonly<Record<string, boolean>>;
}

function isSchemeQuestion(path: string): boolean {
  return path.startsWith('scope.') || path.startsWith('profile.');
}

function toApplication(
  answers: ReadonlyMap<string, Answer>,
  rows: ReadonlyMap<TableId, readonly Readonly<Record<string, Answer>>[]>,
): Application {
  return withListedInterfaces({
    answers: Object.fromEntries([...answers].filter(([path]) => !isSchemeQuestion(path))),
    scope: flags(answers, 'scope'),
    profile: flags(answers, 'profile'),
    ...Object.fromEntries(TABLE_IDS.map((table) => [table, rows.get(table) ?? []])),
  } as unknown as Application);
}

/** Verdicts whose row names no criterion cannot be taken for anything. */
function reportUnnamed({ determinations }: Application, placeOf: PlaceOf, findings: Findings): void {
  determinations.forEach((row, place) => {
    const path = `determinations.${String(place)}.criterion`;
    if (row.criterion !== undefined || findings.faults.some((fault) => fault.path === path)) return;
    findings.faults.push({ code: 'criterion_unnamed', path, params: {}, ...placeOf(path) });
  });
}

/**
 * Reads a checklist workbook however it was changed on its way: sheets and columns moved, renamed in width or language,
 * merged, hidden or added, of this version or an older one. Either the whole application or every cell that cannot be
 * read; a gap of the application finds its cell by `placeOf`.
 */
export function readChecklist(
  tables: readonly SheetTable[],
  lexicon: ChecklistLexicon,
): Result<ChecklistReading, ChecklistRefusal> {
  const findings = new Findings();
  const meta = readMeta(tables);
  reportMeta(meta, lexicon.readable.form, findings);
  const isFormer = meta !== undefined && meta.version !== String(CHECKLIST_VERSION);
  const former = formerHeadings(isFormer ? meta.headings : new Map(), lexicon);
  const sheets = chooseSheets(tables, lexicon, { former, findings });

  const places = new Map<PartId, PartPlaces>();
  const rows = new Map<TableId, readonly Readonly<Record<string, Answer>>[]>();
  let answers: ReadonlyMap<string, Answer> = new Map();
  for (const [part, sheet] of sheets) {
    if (part === 'items') {
      const read = readItemSheet(sheet, lexicon, { former, findings });
      answers = read.answers;
      places.set(part, read.places);
    } else {
      const read = readTableSheet(part, sheet, findings);
      rows.set(part, read.rows);
      places.set(part, read.places);
    }
  }
  const application = toApplication(answers, rows);
  const placeOf = placesIn(places);
  reportUnnamed(application, placeOf, findings);
  const sheetNames = tables.map(({ name }) => name);
  const reading = { application, notes: findings.notes, sheets: sheetNames, placeOf, marks: meta?.marks };
  return findings.faults.length === 0 ? ok(reading) : refused({ faults: findings.faults, reading });
}
