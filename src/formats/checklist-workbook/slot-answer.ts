import type { Answer } from '../../core/case/answer-kinds.ts';
import { ok, refused, type Result } from '../../core/kernel/result.ts';
import { inOrder, readAnswer, readMark, type Asked, type RawAnswer } from '../application-form/answer-reader.ts';
import type { FormFaultCode } from '../application-form/form-fault.ts';
import type { SheetCell } from '../workbook/sheet-table.ts';

/** A cell that belongs to a question: to the whole of it, or to one of its parts. */
export type Slot = { readonly part: string | undefined; readonly cell: SheetCell };

/** A fault of one cell. */
export type CellFault = {
  readonly code: FormFaultCode;
  readonly cell: SheetCell;
  readonly params: Readonly<Record<string, string | number>>;
};

/** What stands in a cell where an answer belongs; undefined when nothing does. */
function rawAnswer(cell: SheetCell): Result<RawAnswer | undefined, CellFault> {
  if (cell.kind === 'error') return refused({ code: 'error_value', cell, params: { value: cell.value } });
  if (cell.kind === 'day') return ok(Temporal.PlainDate.from(cell.value));
  if (cell.kind !== 'empty') return ok(cell.value);
  return cell.formula === true ? refused({ code: 'formula_without_value', cell, params: {} }) : ok(undefined);
}

/** Whether a cell holds anything a person would see. */
export function isFilled(cell: SheetCell): boolean {
  if (cell.kind === 'empty') return cell.formula === true;
  return cell.kind !== 'text' || cell.value.trim() !== '';
}

/** The one cell that counts where several stand for the same: they must say the same. */
function agreed(slots: readonly Slot[]): Result<SheetCell | undefined, SheetCell> {
  const filled = slots.filter(({ cell }) => isFilled(cell));
  const [first, ...others] = filled;
  const differing = others.find(({ cell }) => valueOf(cell) !== valueOf(first?.cell));
  return differing === undefined ? ok(first?.cell) : refused(differing.cell);
}

function valueOf(cell: SheetCell | undefined): unknown {
  return cell === undefined || cell.kind === 'empty' ? undefined : cell.value;
}

type Read = Result<Answer | undefined, CellFault>;

/** How the code for two differing cells is called: rows on the sheet of questions, columns on the others. */
type Repeated = 'item_twice' | 'column_twice';

function readWhole(slots: readonly Slot[], asked: Asked, repeated: Repeated): Read {
  const cell = agreed(slots);
  if (!cell.ok)
    return refused({
      code: repeated,
      cell: cell.error,
      params: { column: asked.field.label.ja, columnEn: asked.field.label.en },
    });
  if (cell.value === undefined) return ok(undefined);
  const raw = rawAnswer(cell.value);
  if (!raw.ok || raw.value === undefined) return raw as Read;
  const read = readAnswer(raw.value, asked);
  return read.ok ? read : refused({ ...read.error, cell: cell.value });
}

/** One part among several choices: marked or not. */
function readMarked(cell: SheetCell): Result<boolean, CellFault> {
  const raw = rawAnswer(cell);
  if (!raw.ok) return raw;
  if (raw.value === undefined) return ok(false);
  const mark = readMark(raw.value);
  return mark.ok ? mark : refused({ ...mark.error, cell });
}

function readChoicesByPart(parts: readonly Slot[], whole: readonly string[], asked: Asked): Read {
  const chosen = new Set<string>(whole);
  for (const { part, cell } of parts) {
    const marked = readMarked(cell);
    if (!marked.ok) return marked;
    if (marked.value && part !== undefined) chosen.add(part);
  }
  return ok(inOrder(chosen, asked.field));
}

function readFilesByPart(parts: readonly Slot[], whole: readonly string[], asked: Asked): Read {
  const names = new Set<string>(whole);
  for (const slot of parts) {
    const read = readWhole([slot], asked, 'column_twice');
    if (!read.ok) return read;
    for (const name of (read.value as readonly string[] | undefined) ?? []) names.add(name);
  }
  return ok(names.size === 0 ? undefined : [...names]);
}

/** The answer that the cells of one question hold together. */
export function slotAnswer(slots: readonly Slot[], asked: Asked, repeated: Repeated): Read {
  const parts = slots.filter(({ part }) => part !== undefined);
  const whole =
    parts.length === slots.length
      ? ok(undefined)
      : readWhole(
          slots.filter(({ part }) => part === undefined),
          asked,
          repeated,
        );
  if (!whole.ok || parts.length === 0) return whole;
  const listed = (whole.value as readonly string[] | undefined) ?? [];
  return asked.field.item.kind === 'choices'
    ? readChoicesByPart(parts, listed, asked)
    : readFilesByPart(parts, listed, asked);
}
