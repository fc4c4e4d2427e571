import { randomBytes, randomUUID } from 'node:crypto';
import type { Clock, IdSource } from '../app/ports.ts';

/** Counter values within one millisecond: the 12 bits of rand_a (RFC 9562, 6.2, method 1). */
const PER_MILLISECOND = 0x1000;

/** UUIDs of version 7 from a clock and the operating system's randomness; ascending even when the clock steps back. */
export function randomIds(clock: Clock): IdSource {
  let millisecond = 0;
  let counter = 0;
  const advance = (): void => {
    const now = clock.now().epochMilliseconds;
    if (now > millisecond) {
      millisecond = now;
      counter = 0;
    } else if (++counter === PER_MILLISECOND) {
      millisecond += 1;
      counter = 0;
    }
  };
  return {
    secret: () => randomBytes(32).toString('base64url'),
    uuid: () => {
      advance();
      const time = millisecond.toString(16).padStart(12, '0');
      const count = counter.toString(16).padStart(3, '0');
      // The last two groups of a random UUID are what version 7 wants there: the variant and 62 random bits.
      return `${time.slice(0, 8)}-${time.slice(8)}-7${count}-${randomUUID().slice(19)}`;
    },
  };
}
