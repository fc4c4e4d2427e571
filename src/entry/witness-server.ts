import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import type { WitnessRefusal } from '../app/witness/witness.ts';
import type { Result } from '../core/kernel/result.ts';

/** Bytes of a request to a witness at most. */
const LONGEST = 100_000;

/** How each refusal is answered (C2SP tlog-witness, add-checkpoint). */
const STATUS: Readonly<Record<WitnessRefusal['code'], number>> = {
  request_malformed: 400,
  older_is_larger: 400,
  checkpoint_not_believed: 403,
  log_unknown: 404,
  size_differs: 409,
  root_differs: 409,
  not_consistent: 422,
  signer_failed: 503,
};

const TEXT = 'text/plain; charset=utf-8';

async function bodyOf(request: IncomingMessage): Promise<string | undefined> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    length += part.length;
    if (length > LONGEST) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

type Answer = { readonly status: number; readonly type: string; readonly body: string };

function answerTo(result: Result<string, WitnessRefusal>): Answer {
  if (result.ok) return { status: 200, type: TEXT, body: result.value };
  const { error } = result;
  const status = STATUS[error.code];
  if (error.code === 'size_differs') return { status, type: 'text/x.tlog.size', body: `${String(error.size)}\n` };
  return { status, type: TEXT, body: `${error.code}\n` };
}

/** A server that does nothing but let a witness answer; what it throws is told to `report` and answered with 500. */
export function witnessServer(
  ask: (body: string) => Promise<Result<string, WitnessRefusal>>,
  report: (error: unknown) => void,
): Server {
  const listener = async (request: IncomingMessage): Promise<Answer> => {
    if (new URL(request.url ?? '/', 'http://witness').pathname !== '/add-checkpoint') {
      return { status: 404, type: TEXT, body: 'not_found\n' };
    }
    if (request.method !== 'POST') return { status: 405, type: TEXT, body: 'method_not_allowed\n' };
    const body = await bodyOf(request);
    return body === undefined ? { status: 413, type: TEXT, body: 'too_long\n' } : answerTo(await ask(body));
  };
  const respond: RequestListener = (request, response) => {
    listener(request)
      .catch((error: unknown): Answer => {
        report(error);
        return { status: 500, type: TEXT, body: 'internal\n' };
      })
      .then(({ status, type, body }) => {
        const close = status === 413 ? { connection: 'close' } : {};
        response.writeHead(status, { 'content-type': type, 'x-content-type-options': 'nosniff', ...close }).end(body);
      }, report);
  };
  return createServer({ requestTimeout: 10_000, headersTimeout: 10_000, maxHeaderSize: 8192 }, respond);
}
