import { publicChanges, type PublicChange } from '../../core/register/public-change.ts';
import { listEndedLabels } from '../../db/label-ends.ts';
import { listPublishedBefore } from '../../db/published-before.ts';
import type { Deps } from '../ports.ts';
import type { ShownLabel } from './find-label.ts';
import { labelQueryOf, type SearchWish } from './search-labels.ts';
import { showLabels } from './show-labels.ts';

/** Something that happened to a label, and the label as it stands. */
export type LabelChange = PublicChange & { readonly label: ShownLabel };

/** Days for which changes by the calendar are listed. */
const DAYS_BACK = 92;

/** What has happened to a published label until the day it is shown for, the earliest first. */
export function changesOf(label: ShownLabel): readonly LabelChange[] {
  const { record, publishedAt, scheme, today } = label;
  const changes = publicChanges({ validity: record.validity, publishedAt, zone: scheme.zone }, today);
  return changes.map((change) => ({ ...change, label }));
}

/**
 * What happened lately to the labels that fit a wish, the latest first: the newest publications, and what the calendar
 * changed within three months.
 */
export async function listChanges(
  deps: Deps,
  wish: Omit<SearchWish, 'limit' | 'offset' | 'asOf'>,
  limit: number,
): Promise<readonly LabelChange[]> {
  const { kysely } = deps.db;
  const query = labelQueryOf(deps, wish);
  const { on } = query;
  const days = { from: on.subtract({ days: DAYS_BACK }), until: on.subtract({ days: 1 }) };
  const [published, ended] = await Promise.all([
    listPublishedBefore(kysely, query, { before: undefined, limit }),
    listEndedLabels(kysely, query, { days, limit }),
  ]);
  const ids = new Set([...published.map(({ label_id: id }) => id), ...ended]);
  const labels = await showLabels(deps, [...ids], on);
  return labels
    .flatMap(changesOf)
    .sort(
      (one, other) =>
        Temporal.Instant.compare(other.at, one.at) || (one.label.record.number < other.label.record.number ? -1 : 1),
    )
    .slice(0, limit);
}
