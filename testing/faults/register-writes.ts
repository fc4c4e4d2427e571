import { COPY_WRITES } from './copy-writes.ts';
import { KEY_WRITES } from './key-writes.ts';
import { LOG_KEY_WRITES } from './log-key-writes.ts';
import { LOG_WRITES } from './log-writes.ts';
import { MESSAGE_WRITES } from './message-writes.ts';
import type { RegisterWrite } from './register-write.ts';

/** Everything the public register writes outside its process. A new write is a new row: a test looks for those without. */
export const REGISTER_WRITES: Readonly<Record<string, RegisterWrite>> = {
  ...LOG_WRITES,
  ...LOG_KEY_WRITES,
  ...KEY_WRITES,
  ...MESSAGE_WRITES,
  ...COPY_WRITES,
};
