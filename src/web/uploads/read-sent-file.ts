import type { Context } from 'hono';
import type { Deps } from '../../app/ports.ts';
import { HIDDEN_NAMES } from '../parts/form-hidden.ts';
import type { WebEnv } from '../web-setup.ts';
import { stillSignedIn } from '../workspace/still-signed-in.ts';
import { takesToken } from '../workspace/workspace-guard.ts';
import { evidenceName } from './evidence-name.ts';
import { readUpload } from './read-upload.ts';
import { sentUpload } from './sent-upload.ts';

/** The whole content of a file, or how much of it had come when it became too much. */
type FileBytes = Uint8Array | { readonly tooLarge: number };

/** A form as it was sent, with the one file it brought; a file cut off on its way is not there. */
export type SentFile = {
  readonly form: URLSearchParams;
  readonly file: { readonly name: string; readonly bytes: FileBytes } | undefined;
  /** Whether the form was cut off or malformed. */
  readonly isBroken: boolean;
  /** Whether the form is not of this session; nothing of it may be looked at then. */
  readonly isStale: boolean;
};

async function wholeFile(content: AsyncIterable<Uint8Array>, most: number): Promise<FileBytes> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of content) {
    size += chunk.length;
    if (size > most) return { tooLarge: size };
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/**
 * Reads a form that brings one file of at most so many bytes, which is read here and not kept. The token is looked at before
 * a byte of the file is, and whether the session still lives when all of it is there.
 */
export async function readSentFile(
  c: Context<WebEnv>,
  deps: Deps,
  { most }: { readonly most: number },
): Promise<SentFile> {
  const sent = c.get('form');
  if (sent !== undefined) return { form: sent, file: undefined, isBroken: false, isStale: false };
  const form = new URLSearchParams();
  let file: SentFile['file'];
  let isOurs: boolean | undefined;
  const isOursNow = (): boolean => (isOurs ??= takesToken(c, form.get(HIDDEN_NAMES.csrf) ?? undefined));
  const broken = await readUpload(sentUpload(c), form, async (name, content) => {
    if (!isOursNow() || file !== undefined) return 'stop';
    file = { name: evidenceName(name), bytes: await wholeFile(content, most) };
    return 'tooLarge' in file.bytes ? 'stop' : undefined;
  });
  // the session may have ended while the file was on its way
  const isStale = !isOursNow() || (await stillSignedIn(c, deps)) === undefined;
  const isTooLarge = file !== undefined && 'tooLarge' in file.bytes;
  return { form, file, isBroken: broken !== undefined && !isTooLarge, isStale };
}
