import type { Deps, ExportFolder, HookCaller, Mailer, RemoteWitness, WitnessMemory } from '../../src/app/ports.ts';
import { refused } from '../../src/core/kernel/result.ts';
import type { ExternalWrites } from './external-writes.ts';
import { faultyDatabase } from './faulty-database.ts';

/** What a process is given to write with, each write counted and one of them failing. */
export function faultyDeps<D extends Deps>(deps: D, writes: ExternalWrites): D {
  const { files, issuerKeys, logKeys, db } = deps;
  return {
    ...deps,
    db: faultyDatabase(db, writes),
    files: { ...files, put: (source, limit) => writes.write('file', () => files.put(source, limit)) },
    issuerKeys: {
      ...issuerKeys,
      create: () =>
        writes.write(
          'issuer key',
          () => issuerKeys.create(),
          () => refused({ code: 'issuer_key_unusable', place: 'slot 1', trouble: 'unplugged' }),
        ),
    },
    logKeys: logKeys && {
      ...logKeys,
      create: () =>
        writes.write(
          'log key',
          () => logKeys.create(),
          () => refused({ code: 'issuer_key_unusable', place: 'slot 1', trouble: 'unplugged' }),
        ),
    },
  };
}

/** A mail server behind a line that may break. */
export function faultyMailer(mailer: Mailer, writes: ExternalWrites): Mailer {
  const lost = () => refused({ code: 'mail_not_taken', detail: 'ESOCKET' } as const);
  return { send: (mail) => writes.write('mail', () => mailer.send(mail), lost) };
}

/** Webhooks behind a line that may break. */
export function faultyHooks(hooks: HookCaller, writes: ExternalWrites): HookCaller {
  const lost = () => refused({ code: 'hook_away' } as const);
  return { post: (call) => writes.write('webhook', () => hooks.post(call), lost) };
}

/** A witness behind a line that may break. */
export function faultyWitness({ key, addCheckpoint }: RemoteWitness, writes: ExternalWrites): RemoteWitness {
  const away = () => ({ kind: 'away', cause: 'the line is down' }) as const;
  return { key, addCheckpoint: (request) => writes.write('witness', () => addCheckpoint(request), away) };
}

/** A witness's memory on a disk that may fail. */
export function faultyMemory({ find, keep }: WitnessMemory, writes: ExternalWrites): WitnessMemory {
  return { find, keep: (origin, head) => writes.write('witness memory', () => keep(origin, head)) };
}

/** A folder for static copies on a disk that may fail. */
export function faultyFolder(folder: ExportFolder, writes: ExternalWrites): ExportFolder {
  return {
    readState: () => folder.readState(),
    readLines: () => folder.readLines(),
    close: () => {
      folder.close();
    },
    writeState: (text) => writes.write('copy: state', () => folder.writeState(text)),
    remove: (path) => writes.write('copy: removal', () => folder.remove(path)),
    stage: async (path, content) => {
      const staged = await writes.write('copy: file', () => folder.stage(path, content));
      return { ...staged, show: () => writes.write('copy: place', () => staged.show()) };
    },
    writeLines: async () => {
      const lines = await writes.write('copy: lines', () => folder.writeLines());
      return {
        add: (added) => writes.write('copy: line', () => lines.add(added)),
        finish: () => writes.write('copy: lines finished', () => lines.finish()),
        abandon: () => lines.abandon(),
      };
    },
  };
}
