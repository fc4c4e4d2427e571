import { Busboy, type BusboyInstance } from '@fastify/busboy';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** Most files one form may bring, most fields, and most bytes of one field. */
const LIMITS = { files: 50, fields: 2000, fieldSize: 1_048_576, headerPairs: 20 } as const;

/** Most characters of all fields together: they are held in memory. */
const FIELDS_LENGTH = 1_048_576;

/** What becomes of a file while it streams in: it is read to its end or given up, and `stop` gives up the whole form. */
type TakeFile = (name: string, content: Readable) => Promise<'stop' | undefined>;

/**
 * A form that brings files was not read to its end: cut off, malformed, over the limits, or given up. Files taken before
 * stay taken.
 */
type UploadBroken = { readonly code: 'form_broken' | 'form_given_up' | 'too_many_files' };

/** What arrives until it is given up. */
async function* arriving(bytes: AsyncIterable<Uint8Array>, givenUp: AbortSignal): AsyncGenerator<Uint8Array> {
  for await (const chunk of bytes) {
    if (givenUp.aborted) return;
    yield chunk;
  }
}

/** The files of a form one after another; when the form ends early, so does the file that was on its way. */
function takeInTurn(
  busboy: BusboyInstance,
  take: TakeFile,
): {
  readonly done: () => Promise<void>;
  readonly end: () => void;
  readonly giveUp: () => void;
  readonly givenUp: AbortSignal;
} {
  let [turn, current]: [Promise<void>, Readable | undefined] = [Promise.resolve(), undefined];
  const givingUp = new AbortController();
  busboy.on('file', (_field, content, sentName: unknown) => {
    const name = typeof sentName === 'string' ? sentName : '';
    if (name === '') {
      content.resume();
      return;
    }
    current = content;
    content.on('error', () => undefined);
    turn = turn
      .then(async () => {
        if (!givingUp.signal.aborted && (await take(name, content)) === 'stop') givingUp.abort();
      })
      .catch((error: unknown) => {
        if (content.errored !== null) return;
        throw error;
      })
      .finally(() => content.resume());
    turn.catch(() => undefined);
  });
  return {
    done: () => turn,
    end: () => current?.destroy(new Error('the form was cut off')),
    giveUp: () => givingUp.abort(),
    givenUp: givingUp.signal,
  };
}

/**
 * Reads a form that brings files as it streams in: fields into `form`, files one after another to `take`, so that memory
 * stays the same whatever their size. Fields that stand before the first file are there when `take` is called.
 */
export async function readUpload(
  sent: { readonly type: string; readonly bytes: AsyncIterable<Uint8Array> },
  form: URLSearchParams,
  take: TakeFile,
): Promise<UploadBroken | undefined> {
  let broken: UploadBroken | undefined;
  let files: ReturnType<typeof takeInTurn> | undefined;
  try {
    const busboy = new Busboy({ headers: { 'content-type': sent.type }, limits: LIMITS });
    files = takeInTurn(busboy, take);
    let length = 0;
    busboy.on('field', (name, value) => {
      length += name.length + value.length;
      if (length > FIELDS_LENGTH) files?.giveUp();
      else form.append(name, value.replaceAll('\0', ''));
    });
    for (const limit of ['filesLimit', 'fieldsLimit', 'partsLimit'] as const) {
      busboy.on(limit, () => (broken = { code: 'too_many_files' }));
    }
    await pipeline(arriving(sent.bytes, files.givenUp), busboy, { signal: files.givenUp });
  } catch {
    broken = { code: files?.givenUp.aborted === true ? 'form_given_up' : 'form_broken' };
    files?.end();
  }
  await files?.done();
  return broken;
}
