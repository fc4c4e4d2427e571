import type { ExportFolder } from '../../src/app/ports.ts';
import { sha256Bytes } from '../sha256.ts';

/** A folder for static copies that is nowhere but in memory, with what lies in it. */
export type FolderInMemory = ExportFolder & {
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** The files that took their place since this was asked last. */
  readonly takeWritten: () => readonly string[];
};

async function bytesOf(content: Uint8Array | AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  if (content instanceof Uint8Array) return content;
  const parts: Uint8Array[] = [];
  for await (const part of content) parts.push(part);
  return Buffer.concat(parts);
}

/** Makes an empty one. */
export function folderInMemory(): FolderInMemory {
  const files = new Map<string, Uint8Array>();
  let written: string[] = [];
  let state: string | undefined;
  let lines: readonly string[] = [];
  const writeLines: ExportFolder['writeLines'] = () => {
    const begun: string[] = [];
    const add = (added: readonly string[]): Promise<void> => Promise.resolve(void begun.push(...added));
    const finish = (): Promise<void> => Promise.resolve(void (lines = begun));
    return Promise.resolve({ add, finish, abandon: () => Promise.resolve() });
  };
  return {
    files,
    takeWritten: () => {
      const taken = written;
      written = [];
      return taken;
    },
    readState: () => Promise.resolve(state),
    writeState: (text) => Promise.resolve(void (state = text)),
    async *readLines() {
      yield* await Promise.resolve(lines);
    },
    writeLines,
    stage: async (path, content) => {
      const bytes = await bytesOf(content);
      const show = (): Promise<void> => {
        files.set(path, bytes);
        written.push(path);
        return Promise.resolve();
      };
      return { sha256: sha256Bytes(bytes).toHex(), show, discard: () => Promise.resolve() };
    },
    remove: (path) => Promise.resolve(void files.delete(path)),
    close: () => undefined,
  };
}
