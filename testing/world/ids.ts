import type { IdSource } from '../../src/app/ports.ts';

/** Identifiers that count up from 1, so that a test's output is the same in every run; shaped like UUIDs of version 7. */
export function countingIds(): IdSource {
  let count = 0;
  return {
    uuid: () => {
      count += 1;
      return `00000000-0000-7000-8000-${count.toString(16).padStart(12, '0')}`;
    },
  };
}
