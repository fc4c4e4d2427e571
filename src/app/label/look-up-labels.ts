import { asTyped, searchKey } from '../../core/kernel/fold.ts';
import { parseNumber } from '../../core/scheme/number-format.ts';
import { listLabelsByKeys } from '../../db/labels.ts';
import type { Deps } from '../ports.ts';
import { showLabel, type ShownLabel } from './find-label.ts';

/** What a number in a list stands for: its label, or why there is none. */
export type LookedUp = { readonly asked: string } & (
  | { readonly code: 'found'; readonly label: ShownLabel }
  | { readonly code: 'repeated' | 'no_such_label' | 'wrong_check_character' }
);

/** Labels read in one statement: so many records are held at once, and one may list thousands of models. */
const AT_ONCE = 100;

/**
 * The labels of many numbers as typed, in the same order; as they stand today or stood on an earlier legal day. A number that
 * is named again, in whatever spelling, is answered `repeated`: its label is read and given once. One under embargo is
 * answered like one that does not exist.
 */
export async function* lookUpLabels(
  deps: Deps,
  numbers: readonly string[],
  asOf?: Temporal.PlainDate,
): AsyncGenerator<LookedUp> {
  const format = deps.scheme.scheme.numbers.registration;
  const given = new Set<string>();
  for (let start = 0; start < numbers.length; start += AT_ONCE) {
    const read = numbers.slice(start, start + AT_ONCE).map((asked) => {
      const typed = asTyped(asked).slice(0, 100);
      const number = parseNumber(format, typed);
      const isSlip = !number.ok && number.error.code === 'wrong_check_character';
      return { asked, isSlip, key: searchKey(number.ok ? number.value : typed) };
    });
    const rows = await listLabelsByKeys(deps.db.kysely, [...new Set(read.map(({ key }) => key)).difference(given)]);
    const byKey = new Map(rows.map((row) => [row.number_key, row]));
    for (const { asked, isSlip, key } of read) {
      const row = given.has(key) ? undefined : byKey.get(key);
      const label = row === undefined ? undefined : await showLabel(deps, row, asOf);
      if (given.has(key)) yield { asked, code: 'repeated' };
      else if (label === undefined) yield { asked, code: isSlip ? 'wrong_check_character' : 'no_such_label' };
      else {
        given.add(key);
        yield { asked, code: 'found', label };
      }
    }
  }
}
