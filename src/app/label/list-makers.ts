import { listMakers as listRows, MOST_LABELS_COUNTED, type ListedMaker } from '../../db/label-makers.ts';
import type { Deps } from '../ports.ts';

/** A maker in the list of all: its key, its newest name, and how many labels it has or at least has. */
type CountedMaker = Pick<ListedMaker, 'maker_key' | 'maker' | 'maker_en'> & {
  readonly total: { readonly count: number; readonly isExact: boolean };
};

/** The makers after one, and the key to go on after when there are more. */
export type MakersPage = { readonly makers: readonly CountedMaker[]; readonly next: string | undefined };

/** Makers with published labels after the one with a key, in the order of their folded names. */
export async function listMakers(
  deps: Pick<Deps, 'db'>,
  { after, limit }: { readonly after: string; readonly limit: number },
): Promise<MakersPage> {
  const rows = await listRows(deps.db.kysely, { after, limit: limit + 1 });
  const makers = rows.slice(0, limit).map(({ labels, ...maker }) => ({
    ...maker,
    total: { count: Math.min(labels, MOST_LABELS_COUNTED), isExact: labels <= MOST_LABELS_COUNTED },
  }));
  return { makers, next: rows.length > limit ? makers.at(-1)?.maker_key : undefined };
}
