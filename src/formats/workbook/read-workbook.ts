import { Worker } from 'node:worker_threads';
import { refused, type Result } from '../../core/kernel/result.ts';
import type { SheetTable } from './sheet-table.ts';
import { WORKBOOK_LIMITS, type WorkbookLimits } from './workbook-limits.ts';
import type { WorkbookRefusal } from './workbook-refusal.ts';

type Answer = Result<SheetTable[], WorkbookRefusal>;

/** Heap of the reading thread; unpacked bytes, bounded by the limits, come on top. */
const HEAP_MEGABYTES = 256;

/** The thread has the extension of this file, so that it is found in the source and in the published package. */
const THREAD = new URL(`./workbook-thread${import.meta.url.slice(import.meta.url.lastIndexOf('.'))}`, import.meta.url);

let current: Promise<Worker> | undefined;
let last: Promise<unknown> = Promise.resolve();

/** Most files that wait while another is read: each is held in memory, and takes up to its time. */
const MOST_WAITING = 20;
let unanswered = 0;

function startThread(): Promise<Worker> {
  const thread = new Worker(THREAD, { resourceLimits: { maxOldGenerationSizeMb: HEAP_MEGABYTES } });
  return new Promise((resolve, reject) => {
    thread.once('message', () => {
      thread.removeAllListeners('error');
      thread.unref();
      resolve(thread);
    });
    thread.once('error', (error) => {
      current = undefined;
      reject(new Error('the thread that reads workbooks did not start', { cause: error }));
    });
  });
}

async function endThread(): Promise<void> {
  const ending = current;
  current = undefined;
  await (await ending?.catch(() => undefined))?.terminate();
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}

type Ending = { readonly answer: Answer } | { readonly broken: unknown };

/** Sends one file and waits for its answer, for the end of its time, or for the thread to break. */
async function askThread(
  thread: Worker,
  bytes: Uint8Array,
  { milliseconds, ...limits }: WorkbookLimits,
): Promise<Answer> {
  const { promise, resolve } = Promise.withResolvers<Ending | 'overrun'>();
  const onError = (broken: unknown): void => resolve({ broken });
  const overrun = setTimeout(resolve, milliseconds, 'overrun');
  thread.once('message', resolve).once('error', onError).ref();
  const copy = new Uint8Array(bytes);
  thread.postMessage({ bytes: copy, limits: { ...limits, milliseconds } }, [copy.buffer]);
  const ending = await promise;
  clearTimeout(overrun);
  thread.removeListener('message', resolve).removeListener('error', onError).unref();
  if (ending !== 'overrun' && 'answer' in ending) return ending.answer;
  await endThread();
  if (ending === 'overrun') return refused({ code: 'took_too_long', limit: milliseconds });
  if (isOutOfMemory(ending.broken)) return refused({ code: 'needs_too_much_memory', limit: HEAP_MEGABYTES });
  throw new Error('the thread that reads workbooks broke', { cause: ending.broken });
}

/**
 * Reads a workbook that nobody trusts: every sheet as a plain table, or the reason why the file is refused. Files are
 * read one after the other in one thread that outlives them; it is ended, and started anew for the next file, only when
 * a file exceeds its time or memory; while too many wait, further ones are refused. Rejects only if the thread itself
 * fails, which is a defect.
 */
export async function readWorkbook(bytes: Uint8Array, limits: Partial<WorkbookLimits> = {}): Promise<Answer> {
  const bounds = { ...WORKBOOK_LIMITS, ...limits };
  if (bytes.length > bounds.fileBytes) {
    return refused({ code: 'file_too_large', limit: bounds.fileBytes, found: bytes.length });
  }
  if (unanswered > MOST_WAITING) return refused({ code: 'reader_busy' });
  unanswered += 1;
  const before = last;
  const reading = (async (): Promise<Answer> => {
    await before;
    current ??= startThread();
    return askThread(await current, bytes, bounds);
  })().finally(() => (unanswered -= 1));
  last = reading.catch(() => undefined);
  return reading;
}

/** Ends the reading thread after the files already accepted; the next file starts a new one. */
export async function closeWorkbookReader(): Promise<void> {
  await last;
  await endThread();
}
