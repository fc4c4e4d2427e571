import { COPY_WRITES } from './copy-writes.ts';
import { MESSAGE_WRITES } from './message-writes.ts';
import { walksOf } from './walks-of.ts';

walksOf({ ...MESSAGE_WRITES, ...COPY_WRITES });
