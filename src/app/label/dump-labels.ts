import { searchKey } from '../../core/kernel/fold.ts';
import { listPublishedLabels } from '../../db/labels.ts';
import { writeDumpLine } from '../../formats/register-dump/dump-line.ts';
import type { Deps } from '../ports.ts';

/** Labels read at once, so that a dump of any length needs little memory. */
const AT_ONCE = 200;

/** Whether a reader who types the label's number is shown the label: a row that hides from them is not in the register. */
const isFound = ({ number, number_key: key }: { readonly number: string; readonly number_key: string }): boolean =>
  key === searchKey(number);

/**
 * Every published label as lines of JSON, a few hundred at a time, in the order of their numbers. Everybody may have
 * them.
 */
export async function* dumpLabels({ db }: Pick<Deps, 'db'>): AsyncGenerator<string, void> {
  for (let after = ''; ;) {
    const rows = await listPublishedLabels(db.kysely, { after, limit: AT_ONCE });
    const last = rows.at(-1);
    if (last === undefined) return;
    yield rows
      .filter(isFound)
      .map((row) => writeDumpLine({ ...row, publishedAt: row.published_at }))
      .join('');
    after = last.number;
  }
}
