import type { Context } from 'hono';
import { LARGEST_APPLICATION, type ApplicationFile } from '../../app/case/read-application.ts';
import { HIDDEN_NAMES } from '../parts/form-hidden.ts';
import type { WebEnv } from '../web-setup.ts';
import { takesToken } from '../workspace/workspace-guard.ts';
import { evidenceName } from './evidence-name.ts';
import { readUpload } from './read-upload.ts';
import { sentUpload } from './sent-upload.ts';

/** The field in which a form brings an application as a file. */
export const APPLICATION_FILE = 'application';

/** A form as it was sent, with the one file it brought; a file cut off on its way is not there. */
export type SentApplication = {
  readonly form: URLSearchParams;
  readonly file: Pick<ApplicationFile, 'name' | 'bytes'> | undefined;
  /** Whether the form was cut off or malformed. */
  readonly isBroken: boolean;
  /** Whether the form is not of this session; nothing of it may be looked at then. */
  readonly isStale: boolean;
};

/** Everything a stream brings, or how much had come when it became too much. */
async function wholeFile(content: AsyncIterable<Uint8Array>): Promise<ApplicationFile['bytes']> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of content) {
    size += chunk.length;
    if (size > LARGEST_APPLICATION) return { tooLarge: size };
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Reads a form that brings an application as a file. The token is looked at before a byte of the file is. */
export async function readSentApplication(c: Context<WebEnv>): Promise<SentApplication> {
  const sent = c.get('form');
  if (sent !== undefined) return { form: sent, file: undefined, isBroken: false, isStale: false };
  const form = new URLSearchParams();
  let file: SentApplication['file'];
  let isOurs: boolean | undefined;
  const isOursNow = (): boolean => (isOurs ??= takesToken(c, form.get(HIDDEN_NAMES.csrf) ?? undefined));
  const broken = await readUpload(sentUpload(c), form, async (name, content) => {
    if (!isOursNow() || file !== undefined) return 'stop';
    file = { name: evidenceName(name), bytes: await wholeFile(content) };
    return 'tooLarge' in file.bytes ? 'stop' : undefined;
  });
  const isStale = !isOursNow();
  const isTooLarge = file !== undefined && 'tooLarge' in file.bytes;
  return { form, file, isBroken: broken !== undefined && !isTooLarge, isStale };
}
