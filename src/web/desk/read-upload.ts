import { Busboy, type BusboyInstance } from '@fastify/busboy';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** Most files one form may bring, most fields, and most bytes of one field. */
const LIMITS = { files: 50, fields: 2000, fieldSize: 1_048_576, headerPairs: 20 } as const;

/** What becomes of a file while it streams in; it must be read to its end or given up. */
type TakeFile = (name: string, content: Readable) => Promise<void>;

/** A form that brings files could not be read: cut off, malformed or over the limits. Files taken before stay taken. */
type UploadBroken = { readonly code: 'form_broken' | 'too_many_files' };

/** The files of a form one after another; when the form ends early, so does the file that was on its way. */
function takeInTurn(
  busboy: BusboyInstance,
  take: TakeFile,
): { readonly done: () => Promise<void>; readonly end: () => void } {
  let [turn, current]: [Promise<void>, Readable | undefined] = [Promise.resolve(), undefined];
  busboy.on('file', (_field, content, sentName: unknown) => {
    const name = typeof sentName === 'string' ? sentName : '';
    if (name === '') {
      content.resume();
      return;
    }
    current = content;
    content.on('error', () => undefined);
    turn = turn
      .then(() => take(name, content))
      .catch((error: unknown) => {
        if (content.errored !== null) return;
        throw error;
      })
      .finally(() => content.resume());
    turn.catch(() => undefined);
  });
  return { done: () => turn, end: () => current?.destroy(new Error('the form was cut off')) };
}

/**
 * Reads a form that brings files as it streams in: fields into `form`, files one after another to `take`, so that memory
 * stays the same whatever their size. Fields that stand before the first file are there when `take` is called.
 */
export async function readUpload(
  request: Request,
  form: URLSearchParams,
  take: TakeFile,
): Promise<UploadBroken | undefined> {
  const type = request.headers.get('content-type') ?? '';
  let broken: UploadBroken | undefined;
  let files: ReturnType<typeof takeInTurn> | undefined;
  try {
    const busboy = new Busboy({ headers: { 'content-type': type }, limits: LIMITS });
    files = takeInTurn(busboy, take);
    busboy.on('field', (name, value) => {
      form.append(name, value.replaceAll('\0', ''));
    });
    for (const limit of ['filesLimit', 'fieldsLimit', 'partsLimit'] as const) {
      busboy.on(limit, () => (broken = { code: 'too_many_files' }));
    }
    const source = request.body === null ? Readable.from([]) : Readable.fromWeb(request.body);
    await pipeline(source, busboy);
  } catch {
    broken = { code: 'form_broken' };
    files?.end();
  }
  await files?.done();
  return broken;
}
