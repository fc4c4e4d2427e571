import { execFileSync } from 'node:child_process';
import { rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { scratchDirectory } from './scratch.ts';

/** A disk that is soon full. */
type TinyDisk = {
  readonly directory: string;
  /** Takes all space but so much, as another program's files would. */
  readonly fill: (left: { readonly kilobytes: number }) => void;
  /** Gives back what was taken. */
  readonly free: () => void;
  readonly writable: (isWritable: boolean) => void;
  readonly grow: (size: { readonly megabytes: number }) => void;
  readonly unmount: () => void;
};

/** Mounts a disk in memory of a given size; undefined where mounting is not allowed. */
export function mountTinyDisk({ megabytes }: { readonly megabytes: number }): TinyDisk | undefined {
  const directory = scratchDirectory();
  const mount = (...args: string[]): void => {
    execFileSync('mount', [...args, directory], { stdio: 'ignore' });
  };
  try {
    mount('-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs');
  } catch {
    return undefined;
  }
  const filling = join(directory, 'filling');
  return {
    directory,
    fill: ({ kilobytes }) => {
      const { bavail, bsize } = statfsSync(directory);
      writeFileSync(filling, Buffer.alloc(bavail * bsize - kilobytes * 1024, 1));
    },
    free: () => rmSync(filling),
    writable: (isWritable) => mount('-o', `remount,${isWritable ? 'rw' : 'ro'}`),
    grow: (size) => mount('-o', `remount,size=${size.megabytes}m`),
    unmount: () => execFileSync('umount', ['-l', directory], { stdio: 'ignore' }),
  };
}
