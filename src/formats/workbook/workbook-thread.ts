import { parentPort } from 'node:worker_threads';
import { parseWorkbook } from './parse-workbook.ts';
import type { WorkbookLimits } from './workbook-limits.ts';

/** Runs in the reading thread: answers one file at a time, and says once that it is ready. */
const port = parentPort;
if (port === null) throw new Error('workbook-thread runs only as a worker thread');

port.on('message', ({ bytes, limits }: { bytes: Uint8Array; limits: WorkbookLimits }) => {
  void parseWorkbook(bytes, limits).then((answer) => port.postMessage({ answer }));
});
port.postMessage({ ready: true });
