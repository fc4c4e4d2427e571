import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { after, before, describe, test } from 'node:test';
import { getRequestListener } from '@hono/node-server';
import { eachDatabase } from '../../testing/database.ts';
import { equal } from '../../testing/equal.ts';
import { aWorkspaceSite } from '../../testing/workspace-site.ts';
import { listen } from './listen.ts';

describe('requests no browser would send, over a real connection', () => {
  eachDatabase((_kind, open) => {
    let server: Awaited<ReturnType<typeof listen>>;
    before(async () => {
      const { app } = await aWorkspaceSite(await open());
      const answer = getRequestListener(app.fetch);
      server = await listen({ host: '127.0.0.1', port: 0 });
      server.answerWith((request, response) => void answer(request, response));
    });
    after(() => server.close());

    /** Everything that comes back for these bytes until the connection is closed. */
    const told = (bytes: string): Promise<string> =>
      new Promise((resolve, reject) => {
        let text = '';
        const socket = connect(server.port, '127.0.0.1', () => socket.write(bytes));
        socket.setTimeout(5_000, () => socket.destroy(new Error('the connection stayed open')));
        socket.on('data', (chunk) => (text += chunk.toString('latin1')));
        socket.on('error', reject);
        socket.on('close', () => resolve(text));
      });
    const statuses = (text: string): readonly string[] =>
      [...text.matchAll(/^HTTP\/1\.1 (\d{3})/gm)].map(([, status = '']) => status);
    const head = 'Host: localhost\r\nConnection: close\r\n';

    test('with two lengths are refused whole, so that none can be hidden in another (ASVS 5.0, 4.2.1)', async () => {
      const hidden = 'GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n';
      for (const lengths of [
        'Content-Length: 4\r\nTransfer-Encoding: chunked\r\n',
        'Content-Length: 4\r\nContent-Length: 60\r\n',
        'Transfer-Encoding: chunked, identity\r\n',
      ]) {
        const text = await told(`POST /workspace/cases HTTP/1.1\r\n${head}${lengths}\r\n0\r\n\r\n${hidden}`);
        equal(statuses(text), ['400'], lengths);
      }
    });

    test('by TRACE say nothing of what was sent (ASVS 5.0, 13.4.4)', async () => {
      const text = await told(`TRACE / HTTP/1.1\r\n${head}Cookie: secret=1\r\n\r\n`);
      assert.ok(['400', '405', '501'].includes(statuses(text)[0] ?? ''), text.slice(0, 200));
      assert.doesNotMatch(text, /secret=1/);
    });

    test('with a line break in a header never become two headers', async () => {
      const text = await told(`GET /search?q=%0d%0aset-cookie:%20a=b HTTP/1.1\r\n${head}\r\n`);
      equal(statuses(text), ['200']);
      assert.doesNotMatch(text.slice(0, text.indexOf('\r\n\r\n')), /a=b/);
    });
  });
});
