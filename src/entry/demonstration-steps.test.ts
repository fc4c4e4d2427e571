import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { test } from 'node:test';
import { equal } from '../../testing/equal.ts';
import { COMMANDS } from '../cli/commands.ts';
import { readCommandLine } from '../cli/read-command-line.ts';
import { stepsOf } from './demonstration-steps.ts';

const usual = { baseUrl: 'http://localhost:8080', dataDirectory: resolve('var/demo') };
const elsewhere = { baseUrl: 'http://localhost:9090', dataDirectory: resolve('/tmp/elsewhere') };
const params = { number: 'A-26-00001-X', mail: 'a@b.example', model: 'GW 10/A' };

test('a suggestion to search or to look is an address to open, safe to paste', () => {
  equal(stepsOf({ key: 'demonstration.try.search', params }, usual), ['http://localhost:8080/search?q=GW%2010%2FA']);
  equal(stepsOf({ key: 'demonstration.try.label', params }, elsewhere), ['http://localhost:9090/labels/A-26-00001-X']);
});

test('a suggestion to prove is command lines of somebody who knows the address alone', async () => {
  const steps = stepsOf({ key: 'demonstration.try.prove', params }, elsewhere);
  const [verify = '', audit = ''] = steps.map((step) => step.replace('npm run shirushi -- ', ''));
  equal([verify, audit], ['verify http://localhost:9090/labels/A-26-00001-X', 'audit http://localhost:9090']);
  for (const line of [verify, audit]) equal((await readCommandLine(COMMANDS, line.split(' '))).found, 'command');
});

test('a suggestion to act is a page behind the sign-in, and a command line the program understands for the folder in use', async () => {
  for (const key of ['submit', 'mend', 'accept', 'confirm', 'agent'] as const) {
    for (const config of [usual, elsewhere]) {
      const [page = '', ...commands] = stepsOf({ key: `demonstration.try.${key}`, params }, config);
      assert.ok(page.startsWith(`${config.baseUrl}/workspace/`), page);
      assert.ok(commands.length > 0);
      for (const step of commands) {
        const [, line = ''] = /^npm run shirushi -- (.*)$/.exec(step) ?? [];
        const read = await readCommandLine(COMMANDS, line.split(' '));
        assert.equal(read.found, 'command', step);
        assert.equal(read.input.values['as'], 'a@b.example');
        assert.equal(read.input.values['demo'], true);
        assert.equal(read.input.values['data'], config === usual ? undefined : config.dataDirectory);
      }
    }
  }
});
