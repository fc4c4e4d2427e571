import { randomBytes } from 'node:crypto';
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
      const bytes = randomBytes(16);
      bytes.writeUIntBE(millisecond, 0, 6);
      bytes.writeUInt16BE(0x7000 | counter, 6);
      bytes.writeUInt8(0x80 | (bytes.readUInt8(8) & 0x3f), 8);
      const hex = bytes.toString('hex');
      return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
    },
  };
}
