import { connect, type Socket } from 'node:net';
import { addAbortSignal } from 'node:stream';
import { setImmediate as turn } from 'node:timers/promises';
import type { FileScan, MalwareScanner } from '../app/ports.ts';
import { ok, refused, type Result } from '../core/kernel/result.ts';

/** Where clamd listens: a Unix socket, or a port of a host. */
export type ClamdAddress = { readonly path: string } | { readonly host: string; readonly port: number };

type Away = { readonly code: 'scanner_unavailable'; readonly cause: string };

/** Seconds for one whole conversation; clamd itself gives a scan 120. */
const WITHIN_SECONDS = 180;

const END = Buffer.alloc(4);

function framed(chunk: Uint8Array): Buffer {
  const frame = Buffer.alloc(4 + chunk.length);
  frame.writeUInt32BE(chunk.length);
  frame.set(chunk, 4);
  return frame;
}

/** Sends content until it ends, or clamd has answered or gone; what reading it throws is thrown on. */
async function send(
  socket: Socket,
  content: AsyncIterable<Uint8Array>,
  until: { readonly isAnswered: () => boolean; readonly closed: Promise<void> },
): Promise<void> {
  for await (const chunk of content) {
    // An answer that is there already is read before the next write fails for its sake.
    await turn();
    if (until.isAnswered() || !socket.writable) return;
    if (chunk.length === 0 || socket.write(framed(chunk))) continue;
    await Promise.race([new Promise((resolve) => socket.once('drain', resolve)), until.closed]);
  }
  if (socket.writable) socket.write(END);
}

/** One command on a connection of its own, and the answer up to its NUL (clamd(8), commands with the prefix z). */
async function converse(
  address: ClamdAddress,
  { command, content, within }: { command: string; content?: AsyncIterable<Uint8Array>; within: number },
): Promise<Result<string, Away>> {
  const answer: Buffer[] = [];
  let cause = 'it hung up without an answer';
  const socket = connect(address);
  addAbortSignal(AbortSignal.timeout(within * 1000), socket);
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  socket.on('data', (chunk: Buffer) => answer.push(chunk));
  socket.on('error', (error) => (cause = error.name === 'AbortError' ? `no answer within ${within} s` : error.message));
  try {
    socket.write(`z${command}\0`);
    if (content !== undefined) await send(socket, content, { isAnswered: () => answer.length > 0, closed });
    await closed;
  } finally {
    socket.destroy();
  }
  const [text = '', ...rest] = Buffer.concat(answer).toString('utf8').split('\0');
  return rest.length > 0 ? ok(text) : refused({ code: 'scanner_unavailable', cause });
}

type Verdict = Pick<FileScan, 'outcome'> & { readonly finding?: string };

/** What is found where clamd may only say that it could not look: archives with a password, and its own limits. */
const BLIND = /^Heuristics\.(Encrypted|Limits\.Exceeded)/;

function verdictOf(answer: string): Verdict {
  if (answer === 'stream: OK') return { outcome: 'clean' };
  const finding = /^stream: (.+) FOUND$/.exec(answer)?.[1];
  if (finding === undefined) return { outcome: 'unscannable', finding: answer };
  return { outcome: BLIND.test(finding) ? 'unscannable' : 'infected', finding };
}

/** A scanner that sends each file to clamd as a stream (clamd(8), INSTREAM): it needs no access to the stored files. */
export function clamdScanner(address: ClamdAddress, { within = WITHIN_SECONDS } = {}): MalwareScanner {
  return {
    scan: async (content) => {
      const version = await converse(address, { command: 'VERSION', within });
      if (!version.ok) return version;
      const answer = await converse(address, { command: 'INSTREAM', content, within });
      if (!answer.ok) return answer;
      const [engine = '', ...signatures] = version.value.split('/');
      return ok({ ...verdictOf(answer.value), engine, signatures: signatures.join('/') } as FileScan);
    },
  };
}
