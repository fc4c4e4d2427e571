/** Whether the nth workbook is one with mistakes: every fifth. */
export function isFaulty(number: number): boolean {
  return number % 5 === 4;
}

/** The file name of the nth workbook. */
export function workbookName(number: number): string {
  return `${String(number)}.xlsx`;
}
