import assert from 'node:assert/strict';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { RegisterAway, registerAt } from './read-register.ts';

const MEGABYTE = Buffer.alloc(1 << 20, 'x');

/** Writes on until the other side has enough; answers how many megabytes it took. */
function endless(answer: ServerResponse): Promise<number> {
  return new Promise((resolve) => {
    let written = 0;
    const more = (): void => {
      written += 1;
      answer.write(MEGABYTE, (error) => {
        if (error || written > 500) resolve(written);
        else more();
      });
    };
    answer.on('error', () => undefined);
    more();
  });
}

/** Reads a register that gives every request such an answer. */
async function against<T>(
  answers: (answer: ServerResponse) => void,
  read: (address: string) => Promise<T>,
): Promise<T> {
  const server = createServer((_, answer) => answers(answer));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    return await read(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

async function readSmall(address: string, patience?: number): Promise<void> {
  const { checkpoint, tile } = registerAt(address, patience);
  await assert.rejects(checkpoint(), RegisterAway);
  await assert.rejects(tile('tile/0/000'), RegisterAway);
}

async function readAll(address: string, patience?: number): Promise<void> {
  await readSmall(address, patience);
  await assert.rejects(Array.fromAsync(registerAt(address, patience).labels()), RegisterAway);
}

test('an answer without end is left as soon as it is longer than any can be', async () => {
  const taken: Promise<number>[] = [];
  await against((answer) => void taken.push(endless(answer)), readSmall);
  for (const megabytes of await Promise.all(taken)) assert.ok(megabytes < 100, `${megabytes} MB`);
});

test('a register that falls silent, in the beginning or amid an answer, is waited for no longer', async () => {
  await against(
    () => undefined,
    (address) => readAll(address, 100),
  );
  await against(
    (answer) => void answer.write('x'),
    (address) => readAll(address, 100),
  );
});

test('an answer that breaks off, or is not what it says, is told as one that was not given', async () => {
  await against((answer) => {
    answer.writeHead(200, { 'content-length': '500' });
    answer.write('x', () => answer.destroy());
  }, readAll);
  await against((answer) => {
    answer.writeHead(200, { 'content-encoding': 'gzip' });
    answer.end('no gzip');
  }, readAll);
  await against((answer) => answer.writeHead(302, { location: '/' }).end(), readAll);
  await against((answer) => answer.writeHead(500).end('x'), readAll);
});
