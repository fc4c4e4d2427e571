/** A piece of a text that stayed, went or came. */
type TextPiece = { readonly kind: 'kept' | 'removed' | 'added'; readonly text: string };

/** Beyond this many pairs of words two texts are shown as one removed and one added: finding more is not worth the time. */
const MOST_PAIRS = 1_000_000;

const WORDS = new Intl.Segmenter('ja', { granularity: 'word' });

const wordsOf = (text: string): readonly string[] => Array.from(WORDS.segment(text), ({ segment }) => segment);

/** Lengths of the longest common subsequences of what follows each pair of places, row by row. */
function commonLengths(before: readonly string[], after: readonly string[]): Uint32Array {
  const width = after.length + 1;
  const lengths = new Uint32Array((before.length + 1) * width);
  for (let row = before.length - 1; row >= 0; row -= 1) {
    for (let column = after.length - 1; column >= 0; column -= 1) {
      const at = row * width + column;
      lengths[at] =
        before[row] === after[column]
          ? (lengths[at + width + 1] ?? 0) + 1
          : Math.max(lengths[at + width] ?? 0, lengths[at + 1] ?? 0);
    }
  }
  return lengths;
}

function joined(pieces: readonly TextPiece[]): readonly TextPiece[] {
  const result: TextPiece[] = [];
  for (const piece of pieces) {
    const last = result.at(-1);
    if (last?.kind === piece.kind) result[result.length - 1] = { kind: last.kind, text: last.text + piece.text };
    else result.push(piece);
  }
  return result.filter(({ text }) => text !== '');
}

function walk(old: readonly string[], now: readonly string[]): readonly TextPiece[] {
  const lengths = commonLengths(old, now);
  const common = (row: number, column: number): number => lengths[row * (now.length + 1) + column] ?? 0;
  const pieces: TextPiece[] = [];
  let [row, column] = [0, 0];
  while (row < old.length && column < now.length) {
    const [word = '', next = ''] = [old[row], now[column]];
    if (word === next) {
      pieces.push({ kind: 'kept', text: word });
      row += 1;
      column += 1;
    } else if (common(row + 1, column) >= common(row, column + 1)) {
      pieces.push({ kind: 'removed', text: word });
      row += 1;
    } else {
      pieces.push({ kind: 'added', text: next });
      column += 1;
    }
  }
  const left = { removed: old.slice(row).join(''), added: now.slice(column).join('') };
  return [...pieces, { kind: 'removed', text: left.removed }, { kind: 'added', text: left.added }];
}

/** What changed from one text to another, by words; pieces in the order they are read. */
export function textPieces(before: string, after: string): readonly TextPiece[] {
  const [old, now] = [wordsOf(before), wordsOf(after)];
  if (old.length * now.length <= MOST_PAIRS) return joined(walk(old, now));
  return joined([
    { kind: 'removed', text: before },
    { kind: 'added', text: after },
  ]);
}
