import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { decodeQR } from 'qr/decode.js';
import type { Scheme } from '../src/core/scheme/scheme.ts';
import { COMPLETE_VENDOR } from '../testing/builders/application.ts';
import { POSTGRES_PROGRAMS } from '../testing/postgres-programs.ts';
import { readPng } from '../testing/read-png.ts';
import { japaneseScheme, secondScheme } from '../testing/schemes.ts';
import { scratchDirectory } from '../testing/scratch.ts';
import { createServerDatabase } from '../testing/server-template.ts';
import { OFFICER, registerParties, SECOND, THIRD, VENDOR, writeApplication } from './filed-application.ts';
import { startShirushi, type RunningShirushi } from './running-shirushi.ts';

/** The officer returns the product's section; the vendor corrects the file and sends it in again for the same case. */
async function mendAfterReturn({ json, command }: RunningShirushi, file: string, number: string): Promise<void> {
  await json('case', 'return', number, '--as', OFFICER, '--item', 'product=名前を確かめてください。');
  const content = JSON.parse(readFileSync(file, 'utf8')) as { answers: Record<string, unknown> };
  const write = (answers: Record<string, unknown>): void => {
    writeFileSync(file, JSON.stringify({ ...content, answers: { ...content.answers, ...answers } }));
  };
  write({ 'support.note': '別の注' });
  const elsewhere = await command('apply', file, '--case', number, '--as', VENDOR, '--lang', 'en');
  assert.match(elsewhere.errors, /Items changed that were not returned/);
  write({ 'product.name': '直した名前' });
  const again = await json('apply', file, '--case', number, '--as', VENDOR, '--submit');
  assert.equal(again['applicationNumber'], number);
  assert.match((await command('case', 'show', number, '--as', OFFICER, '--lang', 'ja')).out, /直した名前/);
}

async function decide({ json, command }: RunningShirushi, number: string): Promise<string> {
  await json('case', 'accept', number, '--as', OFFICER);
  await json('case', 'pay', number, '--as', OFFICER);
  await json('case', 'grant', number, '--as', SECOND);
  const again = await command('case', 'grant', number, '--as', SECOND);
  assert.match(again.errors, /another officer than the proposer confirms/);
  const checker = await command('case', 'grant', number, '--as', OFFICER);
  assert.match(checker.errors, /made no format check/);
  const decided = await json('case', 'grant', number, '--as', THIRD);
  return (decided['label'] as { number: string }).number;
}

/** Reads the code of the label's artwork and opens what it leads to. */
async function openByCode(shirushi: RunningShirushi, number: string): Promise<Response> {
  const out = join(scratchDirectory(), 'label.png');
  await shirushi.json('label', 'artwork', number, '--as', VENDOR, '--format', 'png', '--out', out);
  const address = new URL(decodeQR(readPng(readFileSync(out)), { timeLimit: 10_000 }));
  const taken = new URL(shirushi.address).port;
  assert.equal(address.origin, `http://localhost:${shirushi.isEmbedded ? taken : '8080'}`);
  const home = await (await fetch(`${shirushi.address}/`)).text();
  assert.ok(home.includes(`${address.origin}/`) && !/localhost:(?!\d*[1-9])/.test(home));
  return fetch(`${shirushi.address}${address.pathname}`, { headers: { 'accept-language': 'ja' } });
}

async function tellTheStory(
  scheme: Scheme,
  folder: string,
  where: { readonly databaseUrl?: string; readonly isFirstStart?: boolean } = {},
): Promise<void> {
  const shirushi = await startShirushi({ scheme: folder, ...where });
  try {
    await registerParties(shirushi);
    const file = writeApplication(scheme);
    const filed = String((await shirushi.json('apply', file, '--as', VENDOR, '--submit'))['applicationNumber']);
    await mendAfterReturn(shirushi, file, filed);
    const number = await decide(shirushi, filed);
    const page = await openByCode(shirushi, number);
    assert.equal(page.status, 200);
    const text = await page.text();
    assert.ok(text.includes(number) && text.includes(COMPLETE_VENDOR.name), text.slice(0, 2000));
    const json = (await (await fetch(`${shirushi.address}/labels/${number}.json`)).json()) as Record<string, unknown>;
    assert.ok(JSON.stringify(json).includes(number));
    const files = await shirushi.json('files', 'reconcile', '--contents');
    assert.equal(JSON.stringify(files), JSON.stringify({ rowsWithoutFile: [], filesWithoutRow: [], alteredFiles: [] }));
  } finally {
    assert.equal(await shirushi.stop(), 0);
  }
}

describe('a declaration becomes a published label whose code opens its page', () => {
  test('in the Japanese scheme on the embedded database', () =>
    tellTheStory(japaneseScheme, 'scheme', { isFirstStart: true }));

  test('in a quite different scheme on the embedded database', () => tellTheStory(secondScheme, 'testing/scheme-two'));

  test(
    'in the Japanese scheme on a PostgreSQL server',
    { skip: POSTGRES_PROGRAMS === undefined ? 'NO POSTGRESQL SERVER PROGRAMS' : false },
    async () => {
      const { url, drop } = await createServerDatabase({ migrated: false });
      after(drop);
      await tellTheStory(japaneseScheme, 'scheme', { databaseUrl: url });
    },
  );
});

test('a second process on one data directory says so and leaves', async () => {
  const shirushi = await startShirushi({ scheme: 'scheme' });
  try {
    const second = await shirushi.command('serve', '--port', '0');
    assert.equal(second.exit, 1);
    assert.match(second.errors, /in use by another process/);
  } finally {
    await shirushi.stop();
  }
});
