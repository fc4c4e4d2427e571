/** A row and a column, both counted from 1. */
export type Position = { row: number; column: number };

const [QUOTE, ZERO, NINE, CAPITAL_A, CAPITAL_Z] = [0x22, 0x30, 0x39, 0x41, 0x5a] as const;
const [MOST_LETTERS, MOST_DIGITS] = [3, 7] as const;
/** ` r="`: nearly every writer puts the position first and spells it so. */
const LEAD = [0x20, 0x72, 0x3d, 0x22] as const;

/** Whether the attributes of a tag, from the end of its name on, begin with its position. */
export function leadsWithPosition(xml: Uint8Array, nameEnd: number): boolean {
  return (
    xml[nameEnd] === LEAD[0] &&
    xml[nameEnd + 1] === LEAD[1] &&
    xml[nameEnd + 2] === LEAD[2] &&
    xml[nameEnd + 3] === LEAD[3]
  );
}

function lettersEnd(xml: Uint8Array, from: number): number {
  let at = from;
  for (let byte = xml[at] ?? 0; byte >= CAPITAL_A && byte <= CAPITAL_Z; byte = xml[at] ?? 0) at += 1;
  return at;
}

function digitsEnd(xml: Uint8Array, from: number): number {
  let at = from;
  for (let byte = xml[at] ?? 0; byte >= ZERO && byte <= NINE; byte = xml[at] ?? 0) at += 1;
  return at;
}

function isWithin(length: number, most: number): boolean {
  return length > 0 && length <= most;
}

/** A number written in bytes that count from `zero`, in the given base. */
function numberIn(xml: Uint8Array, [from, end]: readonly [number, number], base: 10 | 26, zero: number): number {
  let number = 0;
  for (let at = from; at < end; at += 1) number = number * base + (xml[at] ?? 0) - zero;
  return number;
}

/**
 * Reads the position of a cell that leads its tag, such as `B12`, straight from the bytes into `position`: a sheet has
 * thousands. False, with `position` untouched, where there is none or it is spelled in any other way.
 */
export function readPlainPosition(xml: Uint8Array, nameEnd: number, position: Position): boolean {
  if (!leadsWithPosition(xml, nameEnd)) return false;
  const letters = nameEnd + LEAD.length;
  const digits = lettersEnd(xml, letters);
  const end = digitsEnd(xml, digits);
  if (!isWithin(digits - letters, MOST_LETTERS) || !isWithin(end - digits, MOST_DIGITS)) return false;
  if (xml[digits] === ZERO || xml[end] !== QUOTE) return false;
  position.column = numberIn(xml, [letters, digits], 26, CAPITAL_A - 1);
  position.row = numberIn(xml, [digits, end], 10, ZERO);
  return true;
}
