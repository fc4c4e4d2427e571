import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { equal } from '../equal.ts';

const SOURCES = globSync(['src/**/*.ts', 'src/**/*.js', 'bin/*.js']).filter((file) => !file.endsWith('.test.ts'));
const SCRIPTS = globSync(['src/web/assets/*.js']);

/** The files in which something is written, outside of notes. */
function filesWith(pattern: RegExp, files: readonly string[] = SOURCES): readonly string[] {
  const code = (file: string): string => readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
  return files
    .filter((file) => pattern.test(code(file)))
    .map((file) => file.replaceAll('\\', '/'))
    .sort();
}

test('the program starts no shell and no other program, save its own launcher', () => {
  equal(filesWith(/node:child_process/), ['bin/shirushi.js']);
});

test('nothing is run that is made at run time', () => {
  equal(filesWith(/\beval\(|new Function\(|node:vm|setTimeout\(\s*['"`]/), []);
});

test('no regular expression is made of what somebody sent', () => {
  equal(filesWith(/new RegExp\(/), [
    'src/core/register/company-form.ts', // of the scheme's data, as literal text
    'src/core/scheme/number-format.ts',
    'src/formats/answers/parse-day-leniently.ts',
  ]);
});

test('addresses to call come from settings only', () => {
  const calls = /\bfetch\(|node:https?'|node:net'|node:tls'|nodemailer|openid-client/;
  equal(
    filesWith(
      calls,
      SOURCES.filter((file) => !SCRIPTS.includes(file)),
    ),
    [
      'src/adapters/clamd.ts',
      'src/adapters/corporate-register.ts',
      'src/adapters/hook-caller.ts', // whoever asks to be told says where; it reaches public addresses only, and follows nowhere
      'src/adapters/openid-provider.ts',
      'src/adapters/public-address.ts', // only looks at addresses
      'src/adapters/remote-witness.ts',
      'src/adapters/smtp-mailer.ts',
      'src/cli/read-register.ts', // whose register to audit is said by who runs the command, on their own machine
      'src/entry/control-socket.ts',
      'src/entry/listen.ts',
      'src/entry/witness-server.ts',
      'src/entry/witness.ts',
      'src/web/copied/answer-copied.ts', // answers, and calls nobody
      'src/web/guard/client-address.ts',
      'src/web/stored/answer-stored.ts', // answers, and calls nobody
    ],
  );
});

test('scripts of pages put words in as text', () => {
  equal(filesWith(/innerHTML|outerHTML|insertAdjacentHTML|document\.write|srcdoc/, SCRIPTS), []);
});

test('scripts of pages listen to no other window', () => {
  equal(filesWith(/postMessage|['"]message['"]|window\.opener/, SCRIPTS), []);
});

test('scripts of pages keep in the browser only which files were refused, until the tab closes or somebody signs out', () => {
  equal(filesWith(/localStorage|indexedDB|caches\.|document\.cookie/, SCRIPTS), []);
  equal(filesWith(/sessionStorage/, SCRIPTS), ['src/web/assets/refusals.js']);
});

test('chance comes from the secure generator, in two places', () => {
  equal(filesWith(/Math\.random/), []);
  equal(filesWith(/randomBytes|getRandomValues/), ['src/adapters/random-ids.ts']);
});

test('only approved hashes are used', () => {
  equal(filesWith(/createHash\((?!'sha256'\))|createHmac\((?!'sha256',)/), []);
});

test('only the composition makes a log, and nothing else writes to the terminal of the server', () => {
  // what the copy of the public side asks of this process is silent
  equal(filesWith(/\bpino\(\{/), ['src/entry/export-tools.ts', 'src/entry/serve.ts']);
  equal(filesWith(/console\./), ['bin/shirushi.js']);
});
