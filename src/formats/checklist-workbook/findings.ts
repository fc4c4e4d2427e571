import type { FormFault, FormNote, FormNoteCode } from '../application-form/form-fault.ts';
import type { SheetCell } from '../workbook/sheet-table.ts';
import type { FoundSheet } from './find-sheets.ts';
import type { CellFault } from './slot-answer.ts';

type NamedSheet = Pick<FoundSheet, 'table'>;

/** Gathers everything worth telling about a workbook while it is read, so that it is told at once. */
export class Findings {
  readonly faults: FormFault[] = [];
  readonly notes: FormNote[] = [];
  readonly #merged = new Set<string>();

  /** Notes something that hinders nothing. */
  note(code: FormNoteCode, sheet: NamedSheet | undefined, params: FormNote['params'], cell?: SheetCell): void {
    const at = sheet === undefined ? {} : { sheet: sheet.table.name };
    this.notes.push({ code, params, ...at, ...(cell === undefined ? {} : { cell: cell.address }) });
  }

  /** Records a cell that cannot be read. */
  refuse(
    sheet: NamedSheet,
    fault: CellFault & { readonly path: string; readonly criterion?: string | undefined },
  ): void {
    const { code, cell, params, path, criterion } = fault;
    const at = { sheet: sheet.table.name, cell: cell.address };
    this.faults.push({ code, path, params, ...at, ...(criterion === undefined ? {} : { criterion }) });
  }

  /** Notes formulas and merged cells among the cells of an answer; merged cells once a sheet. */
  remark(sheet: NamedSheet, cells: readonly SheetCell[]): void {
    for (const cell of cells) {
      if (cell.formula === true && cell.kind !== 'empty' && cell.kind !== 'error') {
        this.note('formula_used', sheet, { value: String(cell.value).slice(0, 100) }, cell);
      }
      const { name } = sheet.table;
      if (cell.kind === 'empty' && cell.coveredBy !== undefined && !this.#merged.has(name)) {
        this.#merged.add(name);
        this.note('merged_cells', sheet, {}, cell);
      }
    }
  }
}
