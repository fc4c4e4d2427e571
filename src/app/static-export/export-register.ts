import { legalDay } from '../../core/kernel/legal-day.ts';
import { ok, refused, type Result } from '../../core/kernel/result.ts';
import { listIssuerKeys } from '../../db/issuer-keys.ts';
import { readMoment } from '../../db/read-moment.ts';
import { readLog, type ShownLog } from '../log/read-log.ts';
import { sha256Of } from '../sha256.ts';
import type { Deps, ExportFolder, PublicSide } from '../ports.ts';
import { CopyFiles, type ExportCounts } from './copy-files.ts';
import { copiedAt } from './ask-public-side.ts';
import { signaturesIn } from './copy-label.ts';
import { copyLabels } from './copy-labels.ts';
import { copyTiles } from './copy-log.ts';
import type { ExportedFile } from './export-line.ts';
import { LAST_THINGS, LOG_THINGS, SITE_LISTS, SITE_THINGS, type SiteThing } from './exported-things.ts';
import { readExportState, writeExportState, type ExportState } from './export-state.ts';

/** What a static copy is made with. */
export type ExportMeans = {
  readonly folder: ExportFolder;
  /** The public side as these dependencies make it. */
  readonly sideOf: (deps: Deps) => PublicSide;
  /** Names program, scheme data and settings: when it changes, everything is made anew. */
  readonly edition: string;
  /** Makes everything anew and trusts nothing that lies there. */
  readonly isWhole?: boolean;
};

/** The run was asked to stop; the next one goes on. */
export type ExportStopped = { readonly code: 'export_stopped' };

type Run = ExportMeans & {
  readonly deps: Deps;
  readonly copy: CopyFiles;
  readonly before: ExportState;
  /** The files whose content is known to lie there. */
  readonly known: readonly ExportedFile[];
  readonly today: string;
  /** The issuer's keys with what became of them, as a hash. */
  readonly keys: string;
};

/** Whether something made daily lies there from today already. */
function isDone({ before, known, today, edition }: Run, thing: SiteThing): ExportedFile | undefined {
  if (thing.isDaily !== true || before.day !== today || before.edition !== edition) return undefined;
  const name = thing.file ?? thing.path.slice(1);
  return known.find(([file]) => file === name);
}

/** Whether a run would make what the one before has made. */
function isSameAs({ before, edition, today, keys, isWhole = false }: Run, { checkpoint }: ShownLog): boolean {
  if (isWhole || before.isWaiting) return false;
  const isSameDay = before.edition === edition && before.day === today;
  return isSameDay && before.checkpoint === checkpoint && before.keys === keys;
}

type Moment = {
  readonly log: ShownLog;
  readonly files: readonly ExportedFile[];
  readonly partials: readonly string[];
  readonly last: readonly Awaited<ReturnType<CopyFiles['stage']>>[];
};

/** What the log tells and what it is compared with, as they were at one moment; undefined when nothing changed since. */
async function copyMoment(run: Run): Promise<Moment | undefined> {
  const { deps, copy, before, known, sideOf, isWhole = false } = run;
  return readMoment(deps.db, async (on) => {
    const then: Deps = { ...deps, db: { ...deps.db, kysely: on } };
    const log = await readLog(then);
    if (log === undefined) throw new Error('the public log has no checkpoint');
    if (isSameAs(run, log)) return undefined;
    const side = sideOf(then);
    const partials = await copyTiles(side, copy, { from: isWhole ? 0 : before.size, size: log.size });
    const files: ExportedFile[] = [];
    for (const thing of LOG_THINGS) files.push(isDone(run, thing) ?? (await copy.large(side, thing, known)));
    const last: Moment['last'][number][] = [];
    for (const thing of LAST_THINGS) last.push(await copy.stage(side, thing));
    return { log, files, partials, last };
  });
}

async function copySite({ deps, copy, known, sideOf }: Run): Promise<readonly ExportedFile[]> {
  const side = sideOf(deps);
  const files: ExportedFile[] = [];
  for (const thing of SITE_THINGS) files.push(await copy.large(side, thing, known));
  for (const { paths, isFixed } of SITE_LISTS) {
    for await (const path of paths(deps, side)) {
      const stands = isFixed === true ? copiedAt(path, known) : undefined;
      files.push(stands ?? (await copy.large(side, { path }, known)));
    }
  }
  return files;
}

/**
 * Copies the whole public side into a folder, as files any server of files can give out: what is new or changed since the
 * last run, by the log and by the calendar. Everybody may have all of it, so no event is written. Each file takes its place
 * whole, the checkpoint last; a run that is cut off anywhere leaves a sound copy, and the next one goes on.
 */
export async function exportRegister(
  deps: Deps,
  means: ExportMeans,
  signal: AbortSignal,
): Promise<Result<ExportCounts, ExportStopped>> {
  const { folder, edition, isWhole = false } = means;
  const copy = new CopyFiles(folder);
  const before = readExportState(await folder.readState());
  const known = isWhole ? [] : before.files;
  const today = legalDay(deps.clock.now(), deps.scheme.scheme.zone).toString();
  // Read before everything that is made with them: what changes meanwhile is seen by the next run.
  const issuer = await listIssuerKeys(deps.db.kysely);
  const keys = sha256Of(JSON.stringify(issuer.map((key) => ({ ...key, public_key: key.public_key.toHex() }))));
  const revoked = issuer.filter(({ revoked_at: at }) => at !== null).length;
  const run: Run = { ...means, deps, copy, before, known, today, keys };
  const moment = await copyMoment(run);
  if (moment === undefined) return ok(copy.counts);
  const site = await copySite(run);
  const signatures = signaturesIn(moment.log.checkpoint);
  const isThrough = await copyLabels({ ...run, side: means.sideOf(deps), signatures, revoked, isWhole, signal });
  if (!isThrough) return refused({ code: 'export_stopped' });
  const { log, partials } = moment;
  const files = [...moment.files, ...site];
  for (const one of moment.last) files.push(await copy.show(one, known));
  await copy.removeOthers(before.files, files);
  const kept = [partials, ...before.partials.slice(0, 1)];
  for (const file of before.partials.flat()) if (!kept.flat().includes(file)) await copy.remove(file);
  const { checkpoint, size } = log;
  const state = { edition, day: today, size, checkpoint, keys, files, isWaiting: copy.isWaiting };
  await folder.writeState(writeExportState({ ...state, partials: kept }));
  return ok(copy.counts);
}
