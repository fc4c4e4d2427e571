import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aGrantedCase } from '../../testing/builders/cases.ts';
import { okOf, type World } from '../../testing/builders/world.ts';
import { eachDatabase } from '../../testing/database.ts';
import { equal } from '../../testing/equal.ts';
import { aPublicSite } from '../../testing/public-site.ts';
import { scratchDirectory } from '../../testing/scratch.ts';
import { aSignedLabel, exported, publicFiles, RUNNING } from '../../testing/static-copy.ts';
import { readFileSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileAt, serveFiles } from '../../testing/file-server.ts';
import { makeCredentials } from '../app/credential/make-credentials.ts';
import { takeSnapshots } from '../app/open-data/take-snapshots.ts';
import type { ExportTools } from '../app/static-export/export-to-folder.ts';
import { audit } from '../cli/audit.ts';
import { verify } from '../cli/verify.ts';
import { exportTools } from './export-tools.ts';

const toolsOf = (world: World, live?: string): Promise<ExportTools> =>
  exportTools(world.deps, { isDemonstration: false, live });

/** Runs a command of outsiders and answers with its exit code and what it printed. */
async function typed(command: typeof audit, target: string): Promise<{ exit: number; text: string }> {
  const lines: string[] = [];
  const print = (line: string): void => void lines.push(line);
  const now = (): Temporal.Instant => Temporal.Instant.from('2026-04-02T00:00:00Z');
  const directory = scratchDirectory();
  const context = {
    language: 'en',
    json: false,
    directory,
    schemeDirectory: '/',
    now,
    print,
    printError: print,
  } as const;
  const exit = await command.run(context, { positionals: [target], values: {} });
  return { exit, text: lines.join('\n') };
}

const DIFFERENT = /^\/(en\/)?search$|^\/l\//i;

/** What a page leads to or asks for at its own address, save what only the program answers. */
function linksIn(page: string): readonly string[] {
  const links = [...page.matchAll(/(?:href|src)="(\/[^"]*|https:\/\/label\.example\.jp[^"]*)"/g)];
  const paths = links.map(([, address = '']) => address.replace('https://label.example.jp', '').replace(/#.*/, ''));
  return paths.filter((path) => !/\/workspace|\?/.test(path));
}

eachDatabase((_kind, open) => {
  test('a copy answers what the register answers, byte for byte, and everything its pages lead to', async () => {
    const { world, get } = await aPublicSite(await open());
    await aGrantedCase(world);
    world.clock.set('2026-04-02T01:00:00Z');
    okOf(await takeSnapshots(world.deps, RUNNING));
    await aGrantedCase(world);
    okOf(await makeCredentials(world.deps, RUNNING));
    const folder = scratchDirectory();
    await exported(world, await toolsOf(world), folder);
    const { rows } = await world.deps.db.pool.query<{ number: string }>('select number from labels');
    const [, size = ''] = readFileSync(join(folder, 'log/checkpoint'), 'utf8').split('\n');
    const tiles = ['entries', '0'].map((level) => `/log/tile/${level}/000.p/${size}`);
    const waiting = ['/', '/en/', '/labels.jsonl', ...tiles];
    for (const { number } of rows) waiting.push(`/l/${number}`, `/api/v1/labels/${number}`);
    const seen = new Set(waiting);
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
      const found = await fileAt(folder, path);
      assert.ok(found, `${path} is not there`);
      const served = await get(path);
      if (!DIFFERENT.test(path)) {
        equal(served.status, 200, path);
        const bytes = Buffer.from(await served.arrayBuffer());
        assert.ok(bytes.equals(found.bytes), `${path} differs`);
      }
      if (!found.file.endsWith('.html')) continue;
      for (const linked of linksIn(Buffer.from(found.bytes).toString())) {
        if (!seen.has(linked)) waiting.push(linked);
        seen.add(linked);
      }
    }
    assert.ok(seen.size > 30, String(seen.size));
    for (const encoding of ['utf-8-bom', 'cp932']) {
      const served = Buffer.from(await (await get(`/api/v1/dump/labels.csv?encoding=${encoding}`)).arrayBuffer());
      assert.ok(served.equals(readFileSync(join(folder, `api/v1/dump/labels-${encoding}.csv`))), encoding);
    }
    const code = /L\/S1[0-9A-Z]+/;
    assert.ok(
      Object.keys(await publicFiles(folder)).some((file) => code.test(file)),
      'the address in the code',
    );
  });

  test('label, proof and whole register are verified with the application switched off', async () => {
    const { world } = await aPublicSite(await open());
    const { label } = await aGrantedCase(world);
    const folder = scratchDirectory();
    await exported(world, await toolsOf(world), folder);
    await aGrantedCase(world);
    okOf(await makeCredentials(world.deps, RUNNING));
    equal(
      (await exported(world, await toolsOf(world), folder)).made,
      2,
      'what waited for its credential is asked again',
    );
    const served = await serveFiles(folder);
    try {
      for (const address of [`/labels/${label.number}`, `/en/labels/${label.number}`, `/l/${label.number}`]) {
        const { exit, text } = await typed(verify, served.address + address);
        equal(exit, 0, text);
      }
      const audited = await typed(audit, served.address);
      equal(audited.exit, 0, audited.text);
      assert.match(audited.text, /Result: proven\./);
    } finally {
      served.close();
    }
  });

  test('at midnight in Tokyo labels lapse on the copied pages with nobody acting', async () => {
    const { world } = await aPublicSite(await open());
    const { label } = await aSignedLabel(world);
    const folder = scratchDirectory();
    const tools = await toolsOf(world);
    await exported(world, tools, folder);
    type Shown = { readonly status: { readonly state: string; readonly changesOn: string | null } };
    const json = async (): Promise<Shown> =>
      JSON.parse(await readFile(join(folder, 'labels', `${label.number}.json`), 'utf8')) as Shown;
    const pdf = (): Promise<{ ino: number }> => stat(join(folder, 'labels', label.number, 'declaration.pdf'));
    const drawn = await pdf();
    const states: string[] = [];
    for (let shown = await json(); ; shown = await json()) {
      const { state, changesOn } = shown.status;
      states.push(state);
      assert.match(
        await readFile(join(folder, 'en/labels', `${label.number}.html`), 'utf8'),
        new RegExp(`data-state="${state}"`),
      );
      if (changesOn === null) break;
      world.clock.set(`${Temporal.PlainDate.from(changesOn).subtract({ days: 1 }).toString()}T14:59:59Z`);
      await exported(world, tools, folder);
      equal((await json()).status.state, state, 'a second before midnight');
      world.clock.set(`${Temporal.PlainDate.from(changesOn).subtract({ days: 1 }).toString()}T15:00:00Z`);
      equal((await exported(world, tools, folder)).made, 1);
    }
    equal(states, ['valid', 'in_grace', 'lapsed']);
    equal((await pdf()).ino, drawn.ino, 'what the calendar does not change is not made again');
    world.clock.set('2040-01-01T00:00:00Z');
    const home = readFileSync(join(folder, 'index.html'), 'utf8');
    await exported(world, tools, folder);
    assert.match(home, /data-state="lapsed"/);
  });

  test('a copy for another address than the program’s leads to the program where it needs it', async () => {
    const { world } = await aPublicSite(await open());
    const { label } = await aSignedLabel(world);
    const folder = scratchDirectory();
    const live = 'https://app.example.jp';
    await exported(world, await toolsOf(world, live), folder);
    for (const [file, action] of [
      ['index.html', '/search'],
      ['en/index.html', '/en/search'],
      [`labels/${label.number}.html`, `/labels/${label.number}`],
    ] as const) {
      assert.ok(readFileSync(join(folder, file), 'utf8').includes(`action="${live}${action}`), file);
    }
    assert.match(readFileSync(join(folder, 'search.html'), 'utf8'), /href="https:\/\/app\.example\.jp\/search"/);
  });
});
