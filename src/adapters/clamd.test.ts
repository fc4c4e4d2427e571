import assert from 'node:assert/strict';
import { createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { MARKER, startClamd, WITHOUT_CLAMD } from '../../testing/clamd-server.ts';
import { equal } from '../../testing/equal.ts';
import { scratchDirectory } from '../../testing/scratch.ts';
import type { FileScan } from '../app/ports.ts';
import { clamdScanner, type ClamdAddress } from './clamd.ts';

async function* chunks(...texts: readonly (string | Uint8Array)[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield await Promise.resolve(Buffer.from(text));
}

async function scanned(address: ClamdAddress, content: AsyncIterable<Uint8Array>): Promise<FileScan> {
  const scan = await clamdScanner(address).scan(content);
  if (!scan.ok) throw new Error(scan.error.cause);
  return scan.value;
}

describe("Debian's clamd over its socket", { skip: WITHOUT_CLAMD }, () => {
  let clamd: Awaited<ReturnType<typeof startClamd>>;
  before(async () => {
    clamd = await startClamd();
  });
  after(() => clamd.stop());

  test('finds nothing in a clean file and in an empty one, and says which engine looked', async () => {
    for (const content of [chunks('nothing ', '', 'to see'), chunks()]) {
      const { outcome, engine } = await scanned(clamd, content);
      equal(outcome, 'clean');
      assert.match(engine, /^ClamAV \d+\.\d+/);
    }
  });

  test('names the signature it found, also where it lies across two chunks', async () => {
    const { outcome, finding } = (await scanned(
      clamd,
      chunks('a', MARKER.slice(0, 9), `${MARKER.slice(9)}z`),
    )) as FileScan & { outcome: 'infected' };
    equal([outcome, finding], ['infected', 'Shirushi.Test-1.UNOFFICIAL']);
  });

  test('reports a file larger than its limit as one it cannot scan, and reads no more of it', async () => {
    let sent = 0;
    async function* endless(): AsyncGenerator<Uint8Array> {
      for (; sent < 500; sent += 1) yield await Promise.resolve(Buffer.alloc(65_536, 'a'));
    }
    const scan = await scanned(clamd, endless());
    equal([scan.outcome, 'finding' in scan && scan.finding], ['unscannable', 'INSTREAM size limit exceeded. ERROR']);
    assert.ok(sent < 500, `${sent} chunks were read`);
  });

  test('throws on what reading the file throws, and is there for the next one', async () => {
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield await Promise.resolve(Buffer.from('begun'));
      throw new Error('the disk is gone');
    }
    await assert.rejects(scanned(clamd, broken()), /the disk is gone/);
    equal((await scanned(clamd, chunks('next'))).outcome, 'clean');
  });
});

describe('a clamd that does not answer', () => {
  const answering = async (serve: (socket: Socket) => void, use: (address: ClamdAddress) => Promise<void>) => {
    const server = createServer({ allowHalfOpen: true }, (socket) => {
      socket.on('error', () => undefined);
      serve(socket);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as { port: number };
    try {
      await use({ host: '127.0.0.1', port });
    } finally {
      server.close();
    }
  };
  const causeAt = async (address: ClamdAddress, within?: number): Promise<string> => {
    const scan = await clamdScanner(address, within === undefined ? {} : { within }).scan(chunks('a'));
    return scan.ok ? 'scanned' : scan.error.cause;
  };

  test('leaves the file to another time: not there, hanging up, falling silent', async () => {
    assert.match(await causeAt({ path: join(scratchDirectory(), 'nobody.sock') }), /ENOENT/);
    await answering(
      (socket) => socket.resume().end(),
      async (address) => equal(await causeAt(address), 'it hung up without an answer'),
    );
    const silent: Socket[] = [];
    await answering(
      (socket) => silent.push(socket),
      async (address) => {
        equal(await causeAt(address, 0.2), 'no answer within 0.2 s');
        silent.forEach((socket) => socket.destroy());
      },
    );
  });

  test('is not believed halfway: an answer without its end is none', async () => {
    await answering(
      (socket) => socket.resume().end('stream: O'),
      async (address) => equal(await causeAt(address), 'it hung up without an answer'),
    );
  });

  test('says what it could not look into: archives with a password, its own limits, its own errors', async () => {
    for (const finding of ['Heuristics.Encrypted.Zip', 'Heuristics.Limits.Exceeded.MaxFileSize']) {
      await answering(
        (socket) =>
          socket.once('data', (command) =>
            socket.end(
              command.toString().startsWith('zVERSION') ? 'ClamAV 1.4.6/27500/Mon\0' : `stream: ${finding} FOUND\0`,
            ),
          ),
        async (address) =>
          equal(await scanned(address, chunks('a')), {
            outcome: 'unscannable',
            finding,
            engine: 'ClamAV 1.4.6',
            signatures: '27500/Mon',
          }),
      );
    }
  });
});
