/**
 * A process of its own, as a second server would be, that publishes changes of labels:
 * `publish-changes.ts DATABASE-URL NUMBERS-FILE CHANGES-A-SECOND`, until it is told to end; then it says how many there were.
 */
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { connectServer } from '../../src/db/connect.ts';
import { TEST_LOG } from '../../testing/test-signer.ts';
import { logAgain } from '../export/logged-labels.ts';

const [url = '', file = '', perSecond = ''] = process.argv.slice(2);
const numbers = readFileSync(file, 'utf8').split('\n');
const opened = await connectServer(url, { max: 4 });
if (!opened.ok) throw new Error(opened.error.code);
const deps = { ...TEST_LOG, db: opened.value };

const over = new AbortController();
process.once('message', () => over.abort());
process.send?.('ready');

const begun = performance.now();
let done = 0;
while (!over.signal.aborted) {
  const due = Math.floor(((performance.now() - begun) / 1000) * Number(perSecond));
  if (due <= done) await pause(5);
  else {
    await logAgain(deps, numbers[(done * 7919) % numbers.length] ?? '');
    done += 1;
  }
}
process.send?.(done);
await opened.value.close();
process.disconnect?.();
