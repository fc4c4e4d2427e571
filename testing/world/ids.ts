import type { IdSource } from '../../src/app/ports.ts';

/**
 * Identifiers that count up from 1, so that a test's output is the same in every run; shaped like UUIDs of version 7.
 * Secrets count up too and are shaped like secrets: nothing but tests may use them.
 */
export function countingIds(): IdSource {
  let [count, secrets] = [0, 0];
  return {
    secret: () => {
      secrets += 1;
      return Buffer.from(`test secret ${String(secrets).padStart(20, '0')}`).toString('base64url');
    },
    uuid: () => {
      count += 1;
      return `00000000-0000-7000-8000-${count.toString(16).padStart(12, '0')}`;
    },
  };
}
