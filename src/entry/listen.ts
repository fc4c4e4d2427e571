import { createServer, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { LANGUAGES } from '../core/kernel/text.ts';
import { message } from '../i18n/message.ts';
import type { Config } from './config.ts';

/** A server that holds its address; until it is told how to answer, it says that it is not ready yet. */
type Listening = {
  /** The port it was given, or the one it took when that was 0. */
  readonly port: number;
  readonly address: string;
  readonly answerWith: (listener: RequestListener) => void;
  /** Takes no more requests and lets those running finish, at most `GRACE` milliseconds. */
  readonly close: () => Promise<void>;
};

const GRACE = 10_000;

/** Milliseconds in which a whole request must arrive: the largest file over a line of 250 kbit/s. */
const REQUEST_WITHIN = 3_600_000;

/** Milliseconds after which a connection on which nothing moves is closed. */
const SILENT_AT_MOST = 120_000;

function notYet(response: ServerResponse): void {
  response.writeHead(503, { 'content-type': 'text/plain; charset=utf-8', 'retry-after': '10' });
  response.end(LANGUAGES.map((language) => `${message(language, 'start.not_yet')}\n`).join(''));
}

function addressOf(host: string, port: number): string {
  const isEverywhere = host === '0.0.0.0' || host === '::';
  const name = isEverywhere ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return `http://${name}:${String(port)}`;
}

/** Begins to listen; throws when the address cannot be had. */
export async function listen({ host, port: wanted }: Pick<Config, 'host' | 'port'>): Promise<Listening> {
  let answer: RequestListener = (_request, response) => notYet(response);
  const limits = { maxHeaderSize: 16_384, requestTimeout: REQUEST_WITHIN, headersTimeout: 10_000 };
  const server = createServer(limits, (request, response) => answer(request, response));
  server.setTimeout(SILENT_AT_MOST);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(wanted, host, resolve);
  });
  const { port } = server.address() as AddressInfo;
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeIdleConnections();
      setTimeout(() => server.closeAllConnections(), GRACE).unref();
    });
  const answerWith = (listener: RequestListener): void => {
    answer = listener;
  };
  return { port, address: addressOf(host, port), answerWith, close };
}
