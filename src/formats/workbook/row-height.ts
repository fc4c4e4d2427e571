import type { TemplateColumn, TemplateValue } from './workbook-template.ts';

/** Points of a line of 11-point Yu Gothic, as Excel sets it. */
const LINE = 18.75;
/** No row of a workbook can be higher, in points. */
const HIGHEST = 409.5;
/** How much of a line stays empty on average because words and 禁則 push what follows to the next one. */
const RAGGED = 1.08;

/** Half-width characters a text takes: two for each East Asian one, also where the width depends on the typeface. */
function widthOf(text: string): number {
  return Array.from(text, (character) => ((character.codePointAt(0) ?? 0) < 0x1100 ? 1 : 2)).reduce<number>(
    (sum, width) => sum + width,
    0,
  );
}

function linesIn(value: TemplateValue | undefined, { width, wrap }: TemplateColumn): number {
  if (typeof value !== 'string' || wrap !== true) return 1;
  const lines = value.split('\n').map((line) => Math.ceil((widthOf(line) * RAGGED) / (width - 1)));
  return lines.reduce((sum, count) => sum + Math.max(count, 1), 0);
}

/**
 * The height in points at which nothing in a row is cut off; undefined where one line is enough. Excel would work it out
 * by itself when a file is opened, LibreOffice and previewers do not.
 */
export function rowHeight(row: readonly TemplateValue[], columns: readonly TemplateColumn[]): number | undefined {
  const lines = Math.max(1, ...columns.map((column, index) => linesIn(row[index], column)));
  return lines === 1 ? undefined : Math.min(lines * LINE, HIGHEST);
}
