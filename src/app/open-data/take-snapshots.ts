import { Readable } from 'node:stream';
import { createGzip } from 'node:zlib';
import { isBefore, legalDay } from '../../core/kernel/legal-day.ts';
import { ok, type Result } from '../../core/kernel/result.ts';
import { insertFiles } from '../../db/files.ts';
import { listSnapshots, saveSnapshot } from '../../db/snapshots.ts';
import { transact } from '../../db/transact.ts';
import type { Deps, FileRefusal } from '../ports.ts';
import { dumpLines } from './dump-register.ts';

/** The media type of a snapshot's file. */
export const SNAPSHOT_TYPE = 'application/gzip';

/** More bytes than a register of a hundred million labels packs into. */
const MOST_BYTES = 2 ** 37;

/** Days made up for at most, when nothing ran for long. */
const MOST_DAYS = 31;

/** Counts the lines that go by. */
async function* counting(source: AsyncIterable<Uint8Array>, counted: { lines: number }): AsyncGenerator<Uint8Array> {
  for await (const bytes of source) {
    for (const byte of bytes) if (byte === 0x0a) counted.lines += 1;
    yield bytes;
  }
}

async function takeOne(deps: Deps, day: Temporal.PlainDate): Promise<Result<true, FileRefusal>> {
  const counted = { lines: 0 };
  const packed = Readable.from(counting(dumpLines(deps, day), counted)).compose(createGzip({ level: 6 }));
  const stored = await deps.files.put(packed as AsyncIterable<Uint8Array>, MOST_BYTES);
  if (!stored.ok) return stored;
  const { sha256, size } = stored.value;
  const at = deps.clock.now();
  return transact(deps.db, async (tx) => {
    await insertFiles(tx, [{ sha256, size, mediaType: SNAPSHOT_TYPE, storedAt: at }]);
    await saveSnapshot(tx, { day, sha256, labels: counted.lines, taken_at: at });
    return ok(true as const);
  });
}

/**
 * Takes the snapshots of the days that are over and have none yet: the register as it was at the end of each, every public
 * label once. Everything in them is public already, so no event is written; run again, it goes on where it ended. Answers
 * how many were taken.
 */
export async function takeSnapshots(deps: Deps, signal: AbortSignal): Promise<Result<number, FileRefusal>> {
  const yesterday = legalDay(deps.clock.now(), deps.scheme.scheme.zone).subtract({ days: 1 });
  const [newest] = await listSnapshots(deps.db.kysely, { limit: 1 });
  const earliest = yesterday.subtract({ days: MOST_DAYS - 1 });
  const next = newest?.day.add({ days: 1 }) ?? yesterday;
  let taken = 0;
  for (let day = isBefore(next, earliest) ? earliest : next; !signal.aborted; day = day.add({ days: 1 })) {
    if (isBefore(yesterday, day)) break;
    const done = await takeOne(deps, day);
    if (!done.ok) return done;
    taken += 1;
  }
  return ok(taken);
}
