/** What stands where a character cannot be written: the geta mark, which cp932 has. */
const GETA = '\u3013';

/** Characters cp932 has only in another form that looks the same: as Windows writes them. */
const LOOKALIKES = new Map([
  ['\u301c', '\uff5e'],
  ['\u2016', '\u2225'],
  ['\u2212', '\uff0d'],
  ['\u2014', '\u2015'],
  ['\u00a2', '\uffe0'],
  ['\u00a3', '\uffe1'],
  ['\u00a5', '\uffe5'],
  ['\u00ac', '\uffe2'],
  ['\u00a0', ' '],
]);

/** Pointers of NEC's own places for IBM's characters, which are written at IBM's (WHATWG Encoding, 12.3.1). */
const NEC_SELECTED = { first: 8272, last: 8835 } as const;

const PER_LEAD = 188;

function pointerOf(lead: number, trail: number): number {
  return (lead - (lead < 0xa0 ? 0x81 : 0xc1)) * PER_LEAD + trail - (trail < 0x7f ? 0x40 : 0x41);
}

function* pairs(): Generator<readonly [number, number]> {
  for (let lead = 0x81; lead <= 0xfc; lead += 1) {
    if (lead > 0x9f && lead < 0xe0) continue;
    for (let trail = 0x40; trail <= 0xfc; trail += 1) {
      const pointer = pointerOf(lead, trail);
      const isNecs = pointer >= NEC_SELECTED.first && pointer <= NEC_SELECTED.last;
      if (trail !== 0x7f && !isNecs) yield [lead, trail];
    }
  }
}

/** Characters and their bytes: of several places for one the first counts, as Windows has it. */
function madeTable(): ReadonlyMap<string, readonly number[]> {
  const decoder = new TextDecoder('shift_jis');
  const table = new Map<string, readonly number[]>();
  const add = (bytes: readonly number[]): void => {
    const character = decoder.decode(Uint8Array.from(bytes));
    if (!character.includes('\ufffd') && Array.from(character).length === 1 && !table.has(character)) {
      table.set(character, bytes);
    }
  };
  for (let byte = 0; byte < 0x80; byte += 1) table.set(String.fromCharCode(byte), [byte]);
  for (let byte = 0xa1; byte <= 0xdf; byte += 1) add([byte]);
  for (const pair of pairs()) add(pair);
  return table;
}

let made: ReadonlyMap<string, readonly number[]> | undefined;

/** A character that was not written as it is, and what stands for it. */
type Unwritten = { readonly character: string; readonly writtenAs: string };

/** A text in cp932 (the Shift_JIS of Windows), and each character that it does not have, once. */
export function writeCp932(text: string): { readonly bytes: Uint8Array; readonly unwritten: readonly Unwritten[] } {
  made ??= madeTable();
  const table = made;
  const bytes: number[] = [];
  const unwritten = new Map<string, string>();
  for (const character of text) {
    const own = table.get(character);
    const writtenAs = LOOKALIKES.get(character) ?? GETA;
    if (own === undefined) unwritten.set(character, writtenAs);
    bytes.push(...(own ?? table.get(writtenAs) ?? []));
  }
  return {
    bytes: Uint8Array.from(bytes),
    unwritten: [...unwritten].map(([character, writtenAs]) => ({ character, writtenAs })),
  };
}
