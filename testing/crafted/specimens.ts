import { appendLeaves, EMPTY_EDGE, rootOf } from '../../src/core/log/tree-edge.ts';
import { leafHash } from '../../src/core/log/tree-hash.ts';
import { inclusionRanges } from '../../src/core/log/proof-ranges.ts';
import { rangeHashes, tilesOf } from '../../src/core/log/tiles.ts';
import { compareDigests, type ListedNeighbour } from '../../src/core/log/absence.ts';
import { writeAbsenceProof } from '../../src/formats/absence-proof/absence-proof.ts';
import { listedKey, listedKeys } from '../../src/core/register/listed-key.ts';
import {
  criteriaPublishedEntry,
  labelPublishedEntry,
  registerListedEntry,
} from '../../src/formats/public-log-entry/write-entry.ts';
import { writeDumpLine } from '../../src/formats/register-dump/dump-line.ts';
import { writeAddCheckpoint } from '../../src/formats/tlog-witness/add-checkpoint.ts';
import { issuerText, signedAsCredential, statusLists } from '../credential-in-memory.ts';
import { aWitness, logOf } from '../log-in-memory.ts';
import { sha256Bytes } from '../sha256.ts';
import { treeOfLeaves } from '../tree-of.ts';

const AT = Temporal.Instant.from('2026-04-01T01:00:00Z');
const utf8 = new TextEncoder();

/** What the list of the day holds. */
const LISTED = ['S1-26-00001-A', 'S1-26-00002-8', 'S1-26-00003-6', 'S1-26-00004-4', 'S1-26-00005-2'];

const records = LISTED.map((number, place) => {
  const models = [{ number: `HGW-${String(place)}` }];
  const record = `{"level":"s1","models":${JSON.stringify(models)},"number":"${number}"}`;
  return { number, publishedAt: AT, models, record };
});

const digestOf = (number: string): Uint8Array => sha256Bytes(utf8.encode(listedKey({ number })));

const KEYS = records.flatMap(({ number, models }) => listedKeys({ number, answers: {}, models }));
const DIGESTS = KEYS.map((key) => sha256Bytes(utf8.encode(key))).sort(compareDigests);
const LEAVES = DIGESTS.map((digest) => leafHash(sha256Bytes, digest));
const { edge } = appendLeaves(sha256Bytes, EMPTY_EDGE, LEAVES);

/** The entries of a small log: everything it can tell of. */
export const ENTRIES: readonly string[] = [
  criteriaPublishedEntry({ scheme: 'jp', version: 'ab'.repeat(32), publishedAt: AT, criteriaSets: [] }),
  ...records.map((label) => labelPublishedEntry(sha256Bytes, label)),
  registerListedEntry({
    day: Temporal.PlainDate.from('2026-04-01'),
    until: Temporal.Instant.from('2026-04-01T15:00:00Z'),
    snapshotSha256: 'cd'.repeat(32),
    labels: LISTED.length,
    list: { size: edge.size, root: rootOf(sha256Bytes, edge) },
  }),
];

/** The small log. */
export const LOG = logOf(ENTRIES);

/** A witness that has cosigned it. */
export const WITNESS = aWitness('witness.example/1');

const neighbourAt = (index: number): ListedNeighbour | undefined => {
  const digest = DIGESTS[index];
  if (digest === undefined) return undefined;
  const ranges = inclusionRanges(index, edge.size);
  const { tile } = treeOfLeaves(LEAVES);
  return { index, digest, hashes: rangeHashes(sha256Bytes, ranges, tilesOf(ranges, edge.size).map(tile)) };
};

/** That a number is not in the list, as somebody keeps it. */
function absenceOf(number: string): string {
  const place = DIGESTS.filter((digest) => compareDigests(digest, digestOf(number)) < 0).length;
  const neighbours = { before: neighbourAt(place - 1), after: neighbourAt(place) };
  return writeAbsenceProof({ asked: { number }, ...neighbours, entry: LOG.proof(ENTRIES.length - 1) });
}

/** Whether the list of the day has something. */
export const isListed = (thing: Parameters<typeof listedKey>[0]): boolean =>
  DIGESTS.some((digest) => compareDigests(digest, sha256Bytes(utf8.encode(listedKey(thing)))) === 0);

const decode = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes);

const tileText = async (path: string): Promise<string> => decode((await LOG.tile(path)) ?? new Uint8Array());

/** Good texts of every kind that is read, from which crafted ones are made. */
export const SPECIMENS = {
  number: LISTED,
  address: ['https://label.example.jp/labels/S1-26-00001-A', 'http://h/en/l/S1%2D26', 'label.example.jp'],
  day: ['2026-04-01', '9999-12-31', '0001-01-01'],
  stamp: ['2026-04-01T09:00:00+09:00', '2026-02-28T23:59:59.5Z'],
  key: [LOG.key, WITNESS.key],
  checkpoint: [LOG.checkpoint, WITNESS.cosign(LOG.checkpoint, 1_775_000_000)],
  proof: [LOG.proof(1), WITNESS.cosign(LOG.proof(3), 1_775_000_000), LOG.proof(ENTRIES.length - 1)],
  absence: [absenceOf('S1-26-99999-X'), absenceOf('S1-26-00009-0'), absenceOf('x')],
  entry: ENTRIES,
  dump: records.map(writeDumpLine),
  request: [writeAddCheckpoint({ old: 0, proof: [], checkpoint: LOG.checkpoint })],
  path: ['tile/entries/000.p/7', 'tile/0/x001/234', 'tile/63/000'],
  bundle: [await tileText(`tile/entries/000.p/${String(ENTRIES.length)}`)],
  tile: [await tileText(`tile/0/000.p/${String(ENTRIES.length)}`)],
  credential: [signedAsCredential()],
  list: await statusLists(),
  issuer: [issuerText()],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** All of them: whoever reads one kind is given the others, too. */
export const ALL_SPECIMENS: readonly string[] = Object.values(SPECIMENS).flat();
