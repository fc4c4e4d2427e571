import { canonicalJson } from '../../src/core/log/canonical-json.ts';
import type { FoundLabel, FoundState } from './found-state.ts';

function entryOf(label: FoundLabel): string {
  return canonicalJson({
    kind: 'label-published',
    number: label.number,
    publishedAt: label.published_at?.toString(),
    record: JSON.parse(label.record) as unknown,
  });
}

function logFaults({ log, logSize }: FoundState): readonly string[] {
  const gap = log.findIndex((row, place) => row.index !== place);
  return [
    ...(gap === -1 ? [] : [`the public log has a gap at ${String(gap)}`]),
    ...(logSize === log.length ? [] : [`the log's head says ${String(logSize)}, it has ${String(log.length)} entries`]),
  ];
}

/** A label exactly for each granted case; in the public log exactly the published ones, byte by byte what is stored. */
export function publicationFaults(state: FoundState): readonly string[] {
  const granted = new Set(state.cases.filter((found) => found.state === 'granted').map((found) => found.id));
  const labelled = new Set(state.labels.map((label) => label.case_id));
  const entries = new Map(state.log.map((row) => [row.subject, row.entry]));
  const published = state.labels.filter((label) => label.published_at !== null);
  const announced = new Set(
    state.events.filter((event) => event.act === 'label.publish').map((event) => event.subject_id),
  );
  return [
    ...logFaults(state),
    ...granted
      .difference(labelled)
      .values()
      .map((id) => `case ${id} is granted and has no label`),
    ...labelled
      .difference(granted)
      .values()
      .map((id) => `case ${id} has a label and is not granted`),
    ...state.labels.filter((label) => label.models === 0).map((label) => `label ${label.number} covers no model`),
    ...published.flatMap((label) =>
      entries.get(label.number) === entryOf(label) ? [] : [`the log differs on ${label.number}`],
    ),
    ...(state.log.length === published.length
      ? []
      : [`${String(published.length)} labels are published, the log has ${String(state.log.length)}`]),
    ...(announced.size === published.length
      ? []
      : [`${String(announced.size)} publications are recorded, ${String(published.length)} made`]),
  ];
}
