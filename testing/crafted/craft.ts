import type { SeededChance } from '../seeded-chance.ts';

/** Values nobody expects where another one stood. */
const NASTY: readonly unknown[] = [
  null,
  true,
  '',
  ' ',
  '\u0000',
  '\ud800',
  '0000-00-00',
  '-271821-04-20',
  '__proto__',
  -1,
  0.5,
  1e300,
  2 ** 53,
  -0,
  [],
  {},
  [[]],
  ['x'],
  { id: null },
  'A'.repeat(300),
];

/** Pieces that mean something to one reader or another. */
const PIECES = [
  ...['\n', '\n\n', '\r\n', '\u0000', '\ufeff', '\u2014 ', '.', '=', '==', '+', ' ', '"', '\\', '{', '}', '[', ']'],
  ...['../', '%00', '%ff', '%', '&', '?', '#', '/', 'index ', 'extra ', 'old ', 'tile/', 'entries', '.p/256', 'x999'],
  ...['18446744073709551616', '9007199254740993', '-1', '1e9', '0x10', '\ud800', '\udfff', '\u202e', '０', 'ｰ', '㈱'],
];

const LONGEST = 4_000_000;

function anyCharacters(chance: SeededChance, most: number): string {
  const top = chance.oneOf([0x7f, 0xff, 0xffff]);
  return String.fromCharCode(...Array.from({ length: chance.below(most + 1) }, () => chance.below(top + 1)));
}

type Change = (chance: SeededChance, text: string, others: readonly string[]) => string;

const cut: Change = (chance, text) => {
  const at = chance.below(text.length + 1);
  return text.slice(0, at) + text.slice(at + 1 + chance.below(12));
};

const put: Change = (chance, text) => {
  const at = chance.below(text.length + 1);
  return text.slice(0, at) + (chance.once(3) ? anyCharacters(chance, 6) : chance.oneOf(PIECES)) + text.slice(at);
};

/** One character becomes another of the same text: its alphabet stays, as in base64. */
const swap: Change = (chance, text) => {
  if (text === '') return text;
  const at = chance.below(text.length);
  return text.slice(0, at) + (text[chance.below(text.length)] ?? '') + text.slice(at + 1);
};

const end: Change = (chance, text) => text.slice(0, chance.below(text.length + 1));

const repeat: Change = (chance, text) => {
  const from = chance.below(text.length + 1);
  const part = text.slice(from, from + 1 + chance.below(80));
  return text.slice(0, from) + part.repeat(1 + chance.below(chance.once(50) ? 3000 : 8)) + text.slice(from);
};

const splice: Change = (chance, text, others) => {
  const other = chance.oneOf(others);
  return text.slice(0, chance.below(text.length + 1)) + other.slice(chance.below(other.length + 1));
};

const linesMoved: Change = (chance, text) => {
  const lines = text.split('\n');
  const [taken = ''] = lines.splice(chance.below(lines.length), 1);
  return lines.toSpliced(chance.below(lines.length + 1), 0, ...(chance.once(2) ? [taken] : [taken, taken])).join('\n');
};

const numberChanged: Change = (chance, text) =>
  text.replace(/\d+/, () => chance.oneOf(['0', '00', '1', '255', '256', '65536', '9007199254740992', '1'.repeat(40)]));

type Members = Record<string, unknown>;

/** Somewhere in a JSON value a member is lost, doubled, or becomes something else; the value is changed in place. */
function changeMember(chance: SeededChance, value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  const keys = Object.keys(value);
  if (keys.length === 0) return;
  const key = chance.oneOf(keys);
  const within = (value as Members)[key];
  if (typeof within === 'object' && within !== null && !chance.once(3)) changeMember(chance, within);
  else if (chance.once(4)) Reflect.deleteProperty(value, key);
  else if (chance.once(4)) (value as Members)[chance.oneOf(['', 'id', 'type', 'kind', '__proto__'])] = within;
  else (value as Members)[key] = chance.oneOf(NASTY);
}

const memberChanged: Change = (chance, text, others) => {
  try {
    const value: unknown = JSON.parse(text);
    changeMember(chance, value);
    return JSON.stringify(value);
  } catch {
    return put(chance, text, others);
  }
};

/** Brackets within brackets, deeper than any reader's own calls go. */
const nested: Change = (chance, text) => {
  const depth = chance.below(chance.once(20) ? 20_000 : 200);
  const [open = '', close = ''] = chance.oneOf([
    ['[', ']'],
    ['{"a":', '}'],
    ['{"record":[', ']}'],
  ]);
  const whole = open.repeat(depth) + (chance.once(2) ? '1' : text.slice(0, 2000)) + close.repeat(depth);
  return chance.once(2) ? whole : text.replace(/:[^,}]*/, () => `:${whole}`);
};

const CHANGES: readonly Change[] = [
  ...[cut, put, swap, swap, end, repeat, splice, linesMoved, numberChanged, memberChanged, memberChanged, nested],
];

/**
 * A text somebody crafted: a good one changed in a few places, or nothing but characters. The same for the same chance.
 */
export function craft(chance: SeededChance, specimens: readonly string[]): string {
  if (chance.once(25)) return anyCharacters(chance, 200);
  let text = chance.oneOf(specimens);
  const times = chance.once(3) ? 2 + chance.below(4) : 1;
  for (let time = 0; time < times && text.length < LONGEST; time += 1) {
    text = chance.oneOf(CHANGES)(chance, text, specimens);
  }
  return text;
}

/** The bytes of a crafted text, or a good one's with some of them changed: also such as are no UTF-8. */
export function craftBytes(chance: SeededChance, specimens: readonly string[]): Uint8Array {
  const bytes = new TextEncoder().encode(craft(chance, specimens));
  if (bytes.length > 0 && chance.once(2)) bytes[chance.below(bytes.length)] = chance.below(256);
  return bytes;
}
