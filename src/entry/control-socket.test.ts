import assert from 'node:assert/strict';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { connect } from 'node:net';
import { dirname, join } from 'node:path';
import { describe, test } from 'node:test';
import { equal } from '../../testing/equal.ts';
import { scratchDirectory } from '../../testing/scratch.ts';
import { controlPath } from './control-path.ts';
import { listenForCommands, sendCommand, type RunRemote } from './control-socket.ts';
import type { RemoteCommand } from './remote-command.ts';

const COMMAND: RemoteCommand = { args: ['case', 'list'], directory: '/', language: 'ja' };
const SILENT = { out: () => undefined, error: () => undefined };
const echo: RunRemote = async ({ args }, { out }) => {
  out(args.join(' '));
  return Promise.resolve(0);
};

/** Sends bytes as they are and gives all that comes back. */
async function sendRaw(directory: string, bytes: string | Buffer): Promise<string> {
  const socket = connect(controlPath(directory)).on('error', () => undefined);
  let answer = '';
  socket.on('data', (chunk) => (answer += chunk.toString())).write(bytes);
  await new Promise((resolve) => socket.once('close', resolve));
  return answer;
}

describe('commands sent to the process that holds the data directory', () => {
  test('are run there, and their lines and exit code come back', async () => {
    const directory = scratchDirectory();
    const listening = await listenForCommands(directory, echo);
    const lines: string[] = [];
    equal(await sendCommand(directory, COMMAND, { ...SILENT, out: (line) => lines.push(line) }), 0);
    equal(lines, ['case list']);
    equal((statSync(controlPath(directory)).mode & 0o777).toString(8), '600');
    await listening.close();
    equal(existsSync(controlPath(directory)), false);
    equal(await sendCommand(directory, COMMAND, SILENT), undefined);
  });

  test('that are no command are answered as used wrongly and never run', async () => {
    const directory = scratchDirectory();
    const ran: unknown[] = [];
    const listening = await listenForCommands(directory, async (command) => Promise.resolve(ran.push(command)));
    const wrong = [
      'garbage',
      'null',
      '[]',
      '{}',
      ...[
        { args: 'case list' },
        { args: [1] },
        { args: ['nul\u0000'] },
        { args: ['half \ud800'] },
        { directory: 'relative' },
        { directory: 5 },
        { language: '__proto__' },
        { language: 'fr' },
      ].map((part) => JSON.stringify({ ...COMMAND, ...part })),
    ];
    for (const line of wrong) equal(await sendRaw(directory, `${line}\n`), '{"exit":2}\n', line);
    equal(ran, []);
    await listening.close();
  });

  test('without an end are not read for ever', async () => {
    const directory = scratchDirectory();
    const listening = await listenForCommands(directory, echo);
    const answer = await sendRaw(directory, Buffer.alloc(8 * 1024 * 1024, 'a'));
    assert.ok(answer === '' || answer === '{"exit":2}\n', answer);
    await listening.close();
  });

  test('are let finish by a stop, which waits for no client that has asked nothing or only half', async () => {
    const directory = scratchDirectory();
    const { promise, resolve } = Promise.withResolvers<number>();
    const begun = Promise.withResolvers<undefined>();
    const listening = await listenForCommands(directory, () => {
      begun.resolve(undefined);
      return promise;
    });
    const idle = connect(controlPath(directory)).on('error', () => undefined);
    const half = connect(controlPath(directory)).on('error', () => undefined);
    half.write('{"args":["ca');
    await Promise.all([once(idle, 'connect'), once(half, 'connect')]);
    const sent = sendCommand(directory, COMMAND, SILENT);
    await begun.promise;
    const stopped = listening.close();
    resolve(7);
    equal(await sent, 7);
    await stopped;
  });

  test('reach a data directory with a long name in Japanese, through a folder only its user may enter', async () => {
    const directory = join(scratchDirectory(), '適合性評価データ'.repeat(5));
    mkdirSync(directory);
    const listening = await listenForCommands(directory, echo);
    equal(await sendCommand(directory, COMMAND, SILENT), 0);
    const folder = dirname(controlPath(directory));
    equal((statSync(folder).mode & 0o777).toString(8), '700');
    await listening.close();
    chmodSync(folder, 0o777);
    equal(await sendCommand(directory, COMMAND, SILENT), undefined);
    await assert.rejects(listenForCommands(directory, echo), /belongs to somebody else/);
    rmSync(folder, { recursive: true });
  });
});
