import { z } from 'zod';
import { parseDay } from '../core/kernel/legal-day.ts';
import { SNAPSHOT_TYPE } from '../app/open-data/take-snapshots.ts';
import { findSnapshot, listNewestSnapshots, type Snapshot } from '../app/open-data/find-snapshot.ts';
import { apiRoute } from './api-route.ts';
import { answerProblem, describedProblem } from './problem.ts';

/** Snapshots in one list: more than a year of them. */
const IN_A_LIST = 400;

const snapshotShape = z.strictObject({
  day: z.iso.date(),
  labels: z.int().min(0),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  size: z.int().min(0).meta({ description: 'Bytes of the file.' }),
  takenAt: z.iso.datetime(),
  file: z.url(),
});

const listShape = z
  .strictObject({ format: z.literal('shirushi-snapshots/1'), snapshots: z.array(snapshotShape) })
  .meta({ id: 'Snapshots' });

const EXAMPLE = {
  day: '2026-11-22',
  labels: 12,
  sha256: 'ac83d7d0d03f6aa156b7ff8de87f307498aafaff47428fa3252567e8c04c8a9a',
  size: 20_480,
  takenAt: '2026-11-22T15:20:00Z',
  file: 'https://label.example.jp/api/v1/snapshots/2026-11-22',
};

function snapshotJson({ day, labels, sha256, size, taken_at }: Snapshot, baseUrl: string): object {
  const file = `${baseUrl}/api/v1/snapshots/${day.toString()}`;
  return { day: day.toString(), labels, sha256, size, takenAt: taken_at.toString(), file };
}

const listRoute = apiRoute({
  id: 'listSnapshots',
  method: 'get',
  path: '/snapshots',
  summary: 'The snapshots of the register, one for each day that is over, the newest first.',
  parts: {},
  query: z.strictObject({}),
  cost: 1,
  answers: {
    200: {
      description: 'The newest snapshots, with the SHA-256 of each file.',
      type: 'application/json',
      shape: listShape,
      example: { format: 'shirushi-snapshots/1', snapshots: [EXAMPLE] },
    },
  },
  respond: async (c, { deps }) => {
    const found = await listNewestSnapshots(deps, IN_A_LIST);
    const snapshots = found.map((snapshot) => snapshotJson(snapshot, deps.baseUrl));
    return c.json({ format: 'shirushi-snapshots/1', snapshots });
  },
});

const fileRoute = apiRoute({
  id: 'getSnapshot',
  method: 'get',
  path: '/snapshots/{day}',
  summary: 'The register at the end of a day: the lines of `dump/labels.jsonl`, packed with gzip. It never changes.',
  parts: { day: { description: 'A legal day in the scheme’s zone.', example: '2026-11-22' } },
  query: z.strictObject({}),
  cost: 5,
  answers: {
    200: {
      description: 'The file; its SHA-256 stands in the list and in `Repr-Digest` (RFC 9530).',
      type: SNAPSHOT_TYPE,
    },
    404: describedProblem('There is no snapshot of this day.', 'not_found'),
  },
  respond: async (c, { deps }) => {
    const day = parseDay(c.req.param('day') ?? '');
    const found = day.ok ? await findSnapshot(deps, day.value) : undefined;
    if (found === undefined) return answerProblem(c, 'not_found');
    const { snapshot, open } = found;
    c.header('etag', `"${snapshot.sha256}"`);
    c.header('cache-control', 'public, max-age=31536000, immutable');
    if (c.req.header('if-none-match') === `"${snapshot.sha256}"`) return c.body(null, 304);
    const bytes = await open();
    if (bytes === undefined) throw new Error(`the file of the snapshot of ${snapshot.day.toString()} is lost`);
    c.header('repr-digest', `sha-256=:${Buffer.from(snapshot.sha256, 'hex').toString('base64')}:`);
    c.header('content-length', String(snapshot.size));
    c.header('content-disposition', `attachment; filename="labels-${snapshot.day.toString()}.jsonl.gz"`);
    const stream = ReadableStream.from(bytes) as ReadableStream<Uint8Array<ArrayBuffer>>;
    return c.body(stream, 200, { 'content-type': SNAPSHOT_TYPE });
  },
});

/** What was public on each day that is over, and never changes any more. */
export const snapshotRoutes = [listRoute, fileRoute] as const;
