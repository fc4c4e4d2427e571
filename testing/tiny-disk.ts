import { execFileSync } from 'node:child_process';
import { scratchDirectory } from './scratch.ts';

/** A disk that is soon full. */
type TinyDisk = {
  readonly directory: string;
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
  return {
    directory,
    grow: (size) => mount('-o', `remount,size=${size.megabytes}m`),
    unmount: () => execFileSync('umount', ['-l', directory], { stdio: 'ignore' }),
  };
}
