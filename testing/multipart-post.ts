import { request, type IncomingMessage } from 'node:http';

const BOUNDARY = 'shirushi-test-boundary';

/** A file of a form, made up while it is sent. */
type SentFile = { readonly name: string; readonly content: AsyncIterable<Uint8Array> | Iterable<Uint8Array> };

/** A form with files as a browser sends it; `onSent` sees how many bytes of files went out, and may cut the line. */
type MultipartPost = {
  readonly headers: Readonly<Record<string, string>>;
  readonly fields: Readonly<Record<string, string>>;
  readonly files: readonly SentFile[];
  readonly onSent?: (bytes: number, cut: () => void) => void | Promise<void>;
};

/** What came back; `sent` is how many bytes of files had gone out by then. */
type Answered = {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly text: string;
  readonly sent: number;
};

async function* bodyOf({ fields, files, onSent }: MultipartPost, at: { sent: number }, cut: () => void) {
  const part = (rest: string): Buffer =>
    Buffer.from(`--${BOUNDARY}\r\ncontent-disposition: form-data; ${rest}\r\n\r\n`);
  for (const [name, value] of Object.entries(fields))
    yield Buffer.from(`${part(`name="${name}"`).toString()}${value}\r\n`);
  for (const { name, content } of files) {
    yield part(`name="files"; filename="${name}"`);
    for await (const chunk of content) {
      yield chunk;
      at.sent += chunk.length;
      await onSent?.(at.sent, cut);
    }
    yield Buffer.from('\r\n');
  }
  yield Buffer.from(`--${BOUNDARY}--\r\n`);
}

/** Sends a form with files over a connection of its own, no faster than it is read; undefined when the line was cut. */
export async function postMultipart(address: string, post: MultipartPost): Promise<Answered | undefined> {
  const at = { sent: 0 };
  const type = { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` };
  const sending = request(address, { method: 'POST', agent: false, headers: { ...type, ...post.headers } });
  const answer = new Promise<IncomingMessage | undefined>((resolve) => {
    sending.once('response', resolve);
    sending.once('close', () => resolve(undefined));
  });
  const progress = { isOver: false };
  sending.on('error', () => undefined);
  const gone = new Promise((resolve) => sending.once('close', resolve));
  void answer.then(() => (progress.isOver = true));
  for await (const chunk of bodyOf(post, at, () => sending.destroy())) {
    if (progress.isOver || sending.destroyed) break;
    if (!sending.write(chunk))
      await Promise.race([new Promise((resolve) => sending.once('drain', resolve)), answer, gone]);
  }
  if (!progress.isOver && !sending.destroyed) sending.end();
  const response = await answer;
  if (response === undefined) return undefined;
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of response) chunks.push(chunk as Buffer);
  } finally {
    sending.destroy();
  }
  const { statusCode: status = 0, headers } = response;
  return { status, headers, text: Buffer.concat(chunks).toString('utf8'), sent: at.sent };
}
