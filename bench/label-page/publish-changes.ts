import { setTimeout as pause } from 'node:timers/promises';
import { logAgain } from '../export/logged-labels.ts';
import type { World } from '../../testing/builders/world.ts';

/** Publishes changes of labels, so many a second, until it is told to end; answers how many. */
export function publishChanges(
  world: World,
  numbers: readonly string[],
  perSecond: number,
): { readonly end: () => Promise<number> } {
  let isOver = false;
  const run = async (): Promise<number> => {
    const begun = performance.now();
    let done = 0;
    while (!isOver) {
      const due = Math.floor(((performance.now() - begun) / 1000) * perSecond);
      if (due > done) {
        await logAgain(world, numbers[(done * 7919) % numbers.length] ?? '');
        done += 1;
      } else await pause(5);
    }
    return done;
  };
  const running = run();
  return {
    end: () => {
      isOver = true;
      return running;
    },
  };
}
