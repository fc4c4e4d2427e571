/**
 * Beginnings a spreadsheet would take for a formula. Japanese ones take full-width signs for the same, and a minus sign
 * becomes one where a table is written in cp932.
 */
const FORMULA = /^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20\u2212]/;

function cell(text: string): string {
  const plain = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}

/**
 * One record of a table with its line end (RFC 4180). What a spreadsheet would run as a formula gets an apostrophe in
 * front: whoever needs every character as it is takes another format.
 */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(cell).join(',')}\r\n`;
}
