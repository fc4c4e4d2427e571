/**
 * A bare `node:http` server that always sends the bytes of a file: `peer-server.ts FILE TYPE [DATABASE-URL]`. With a
 * database it first selects one label by its number, the least that any program has to ask.
 */
import { readFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';

const [file = '', type = '', database] = process.argv.slice(2);
const bytes = readFileSync(file);
const pool = database === undefined ? undefined : new pg.Pool({ connectionString: database, max: 10 });

// The bench takes the server away when it is done, perhaps before this process has heard of it.
pool?.on('error', () => process.exit());

function send(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': type, 'content-encoding': 'gzip', 'content-length': bytes.length });
  response.end(bytes);
}

const server = createServer((request, response) => {
  if (pool === undefined) {
    send(response);
    return;
  }
  const number = (request.url ?? '').slice('/labels/'.length).replace(/\.json$/, '');
  const found = pool.query({
    name: 'label',
    text: 'select number, record from labels where number = $1',
    values: [number],
  });
  found.then(
    ({ rowCount }) => (rowCount === 1 ? send(response) : response.writeHead(404).end()),
    () => response.writeHead(500).end(),
  );
});
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
process.on('disconnect', () => process.exit());
