import { canonicalJson } from '../../src/core/log/canonical-json.ts';
import { appendLeaves, EMPTY_EDGE, rootOf } from '../../src/core/log/tree-edge.ts';
import { isSameHash, leafHash } from '../../src/core/log/tree-hash.ts';
import { verifierKey } from '../../src/formats/signed-note/verifier-key.ts';
import { openCheckpoint } from '../../src/formats/tlog-checkpoint/checkpoint.ts';
import { verifyEd25519 } from '../../testing/ed25519.ts';
import { sha256Bytes } from '../../testing/sha256.ts';
import { TEST_LOG } from '../../testing/test-signer.ts';
import type { FoundLabel, FoundState } from './found-state.ts';

function entryOf(label: FoundLabel): string {
  return canonicalJson({
    kind: 'label-published',
    number: label.number,
    publishedAt: label.published_at?.toString(),
    record: JSON.parse(label.record) as unknown,
  });
}

/** Where the signed root differs from that of a tree made anew from the entries. */
async function treeFaults({ log, checkpoint }: FoundState): Promise<readonly string[]> {
  const leaves = log.map(({ entry }) => leafHash(sha256Bytes, new TextEncoder().encode(entry)));
  const { publicKey } = TEST_LOG.signer;
  const key = verifierKey(sha256Bytes, { name: TEST_LOG.logOrigin, kind: 'note', publicKey });
  const signed = await openCheckpoint(checkpoint, key, verifyEd25519);
  if (!signed.ok) return [`the log's checkpoint is refused: ${signed.error.code}`];
  const root = rootOf(sha256Bytes, appendLeaves(sha256Bytes, EMPTY_EDGE, leaves).edge);
  const isSame = signed.value.size === leaves.length && isSameHash(signed.value.root, root);
  return isSame ? [] : [`the checkpoint of ${String(signed.value.size)} entries is not that of the log's entries`];
}

function logFaults({ log, logSize }: FoundState): readonly string[] {
  const gap = log.findIndex((row, place) => row.index !== place);
  return [
    ...(gap === -1 ? [] : [`the public log has a gap at ${String(gap)}`]),
    ...(logSize === log.length ? [] : [`the log's head says ${String(logSize)}, it has ${String(log.length)} entries`]),
  ];
}

/** A label exactly for each granted case; in the public log exactly the published ones, byte by byte what is stored. */
export async function publicationFaults(state: FoundState): Promise<readonly string[]> {
  const published = state.labels.filter((label) => label.published_at !== null);
  const logged = state.log.filter((row) => row.kind === 'label-published');
  const granted = new Set(state.cases.filter((found) => found.state === 'granted').map((found) => found.id));
  const labelled = new Set(state.labels.map((label) => label.case_id));
  const entries = new Map(logged.map((row) => [row.subject, row.entry]));
  const announced = new Set(
    state.events.filter((event) => event.act === 'label.publish').map((event) => event.subject_id),
  );
  return [
    ...logFaults(state),
    ...(await treeFaults(state)),
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
    ...(logged.length === published.length
      ? []
      : [`${String(published.length)} labels are published, the log has ${String(logged.length)}`]),
    ...(announced.size === published.length
      ? []
      : [`${String(announced.size)} publications are recorded, ${String(published.length)} made`]),
  ];
}
