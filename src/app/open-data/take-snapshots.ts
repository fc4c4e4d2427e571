import { Readable } from 'node:stream';
import { createGzip } from 'node:zlib';
import { isBefore, legalDay, startOfDay } from '../../core/kernel/legal-day.ts';
import { ok, refused, type Result } from '../../core/kernel/result.ts';
import type { TreeHead } from '../../core/log/tree-proofs.ts';
import { insertFiles } from '../../db/files.ts';
import { findLogHead, isLoggedSince, lockLogHead } from '../../db/public-log.ts';
import { listSnapshots, saveSnapshot } from '../../db/snapshots.ts';
import { transact } from '../../db/transact.ts';
import { registerListedEntry } from '../../formats/public-log-entry/write-entry.ts';
import { appendPublicFacts, type LogNotSigned } from '../log/append-public-facts.ts';
import type { Deps, FileRefusal } from '../ports.ts';
import { dumpLines } from './dump-register.ts';
import { ListedDigests } from './listed-digests.ts';
import { listSubject } from './prove-absence.ts';

/** The media type of a snapshot's file. */
export const SNAPSHOT_TYPE = 'application/gzip';

/** The media type of a list's file. */
const LIST_TYPE = 'application/octet-stream';

/** More bytes than a register of a hundred million labels packs into. */
const MOST_BYTES = 2 ** 37;

/** Days made up for at most, when nothing ran for long. */
const MOST_DAYS = 31;

/**
 * Minutes after a day before its snapshot is taken: an act of its last seconds commits later, and no act takes so long.
 */
const SETTLED_MINUTES = 15;

/** Why a snapshot was not taken; nothing of it is recorded. */
type SnapshotRefusal = FileRefusal | LogNotSigned;

/** A day, and the moment it is over. */
type EndedDay = { readonly day: Temporal.PlainDate; readonly until: Temporal.Instant };

/** An act of the day came to its end meanwhile: the log has before the list what the list has not. */
type MovedOn = { readonly code: 'moved_on' };

async function takeOnce(deps: Deps, { day, until }: EndedDay): Promise<Result<true, SnapshotRefusal | MovedOn>> {
  const { size: from } = (await findLogHead(deps.db.kysely)).edge;
  const digests = new ListedDigests();
  let labels = 0;
  const lines = dumpLines(deps, day, ({ record }) => {
    labels += 1;
    digests.add(record);
  });
  const packed = Readable.from(lines).compose(createGzip({ level: 6 }));
  const stored = await deps.files.put(packed as AsyncIterable<Uint8Array>, MOST_BYTES);
  if (!stored.ok) return stored;
  const told: { head?: TreeHead } = {};
  const list = await deps.files.put(digests.bytes(told), MOST_BYTES);
  if (!list.ok) return list;
  const { head } = told;
  if (head === undefined) throw new Error(`the list of ${day.toString()} was not read to its end`);
  const at = deps.clock.now();
  const { sha256, size } = stored.value;
  return transact(deps.db, async (tx): Promise<Result<true, SnapshotRefusal | MovedOn>> => {
    await insertFiles(tx, [
      { sha256, size, mediaType: SNAPSHOT_TYPE, storedAt: at },
      { ...list.value, mediaType: LIST_TYPE, storedAt: at },
    ]);
    const kept = { day, sha256, labels, taken_at: at, list_sha256: list.value.sha256, list_size: head.size };
    if (!(await saveSnapshot(tx, kept))) return ok(true);
    await lockLogHead(tx);
    if (await isLoggedSince(tx, { kind: 'label-published', from, until })) return refused({ code: 'moved_on' });
    const entry = registerListedEntry({ day, until, snapshotSha256: sha256, labels, list: head });
    return appendPublicFacts(deps, tx, [{ at, kind: 'register-listed', subject: listSubject(day), entry }]);
  });
}

/** A day is over, so its acts come to an end: so does this. */
async function takeOne(deps: Deps, day: EndedDay): Promise<Result<true, SnapshotRefusal>> {
  for (;;) {
    const taken = await takeOnce(deps, day);
    if (taken.ok) return taken;
    const { error } = taken;
    if (error.code !== 'moved_on') return refused(error);
  }
}

/**
 * Takes the snapshots of the days that are over and have none yet: the register as it was at the end of each, every
 * public label once, and the list of all that is in it, which the public log commits to. Everything in them is public
 * already, so no event is written; run again, it goes on where it ended. Answers how many were taken.
 */
export async function takeSnapshots(deps: Deps, signal: AbortSignal): Promise<Result<number, SnapshotRefusal>> {
  const settled = deps.clock.now().subtract({ minutes: SETTLED_MINUTES });
  const yesterday = legalDay(settled, deps.scheme.scheme.zone).subtract({ days: 1 });
  const [newest] = await listSnapshots(deps.db.kysely, { limit: 1 });
  const earliest = yesterday.subtract({ days: MOST_DAYS - 1 });
  const next = newest?.day.add({ days: 1 }) ?? yesterday;
  let taken = 0;
  for (let day = isBefore(next, earliest) ? earliest : next; !signal.aborted; day = day.add({ days: 1 })) {
    if (isBefore(yesterday, day)) break;
    const until = startOfDay(day.add({ days: 1 }), deps.scheme.scheme.zone);
    const done = await takeOne(deps, { day, until });
    if (!done.ok) return done;
    taken += 1;
  }
  return ok(taken);
}
