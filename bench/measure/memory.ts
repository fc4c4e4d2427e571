import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { slope } from '../import/slope.ts';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** MiB that live after a collection: in the heap, and outside of it. */
export function livingMemory(): number {
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 2 ** 20;
}

/** How much values rise over their last half. */
export function riseOf(values: readonly number[]): number {
  const half = values.slice(Math.floor(values.length / 2));
  return slope(half) * half.length;
}
