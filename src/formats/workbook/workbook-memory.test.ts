import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { constants, deflateRawSync } from 'node:zlib';
import { workbookFile, type WorkbookParts } from '../../../testing/workbook-file.ts';

type Measured = {
  readonly code: string;
  readonly milliseconds: number;
  readonly peak: number;
  readonly halfway: number;
  readonly rss: number;
};

/** A process that has read one small file takes about 110 MB. */
const CEILING_MEGABYTES = 200;

async function measure(file: Uint8Array, times = 1): Promise<Measured> {
  const folder = await mkdtemp(join(tmpdir(), 'workbook-'));
  try {
    await writeFile(join(folder, 'file.xlsx'), file);
    const script = new URL('../../../testing/measure-workbook.ts', import.meta.url).pathname;
    const { stdout } = await promisify(execFile)(process.execPath, [script, join(folder, 'file.xlsx'), String(times)], {
      timeout: 60_000,
    });
    return JSON.parse(stdout) as Measured;
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Packed zeros that inflate to one gibibyte, made from one block repeated. */
function gibibyteOfZeros(): Buffer {
  const block = deflateRawSync(Buffer.alloc(16 * 1024 * 1024), { finishFlush: constants.Z_SYNC_FLUSH });
  return Buffer.concat([...Array.from({ length: 64 }, () => block), Buffer.from([3, 0])]);
}

const bomb = (declaredSize: number): WorkbookParts => ({
  extra: [{ name: 'xl/media/bomb.xml', data: '', packed: gibibyteOfZeros(), deflate: true, declaredSize }],
});

test('a bomb of one gibibyte costs neither memory nor time, whether it states its size or lies', async () => {
  for (const [declared, code] of [
    [1024 ** 3, 'part_too_large'],
    [900_000, 'declared_size_wrong'],
  ] as const) {
    const measured = await measure(workbookFile(bomb(declared)));
    assert.equal(measured.code, code);
    assert.ok(measured.peak < CEILING_MEGABYTES, `peak ${measured.peak} MB`);
    assert.ok(measured.milliseconds < 5_000, `${measured.milliseconds} ms`);
  }
});

test('a sheet of a hundred thousand rows is refused at the price of unpacking it', async () => {
  const rows = Array.from(
    { length: 100_000 },
    (_, index) => `<row r="${index + 1}"><c r="A${index + 1}"><v>${index * 7919}</v></c></row>`,
  ).join('');
  const measured = await measure(workbookFile({ sheets: [{ name: 's', rows }] }));
  assert.equal(measured.code, 'too_many_rows');
  assert.ok(measured.peak < CEILING_MEGABYTES, `peak ${measured.peak} MB`);
});

test('the most that the limits let through stays bounded', async () => {
  const strings = Array.from({ length: 145_000 }, (_, index) => `<si><t>${index} ${'適'.repeat(20)}</t></si>`).join('');
  const measured = await measure(workbookFile({ strings }));
  assert.ok(['read', 'needs_too_much_memory'].includes(measured.code), measured.code);
  assert.ok(measured.peak < 500, `peak ${measured.peak} MB`);
  assert.ok(measured.milliseconds < 15_000, `${measured.milliseconds} ms`);
});

test('a thousand files leave the memory where it was', async () => {
  const cells = (row: number): string =>
    Array.from(
      'ABCDEFGHIJKL',
      (column) => `<c r="${column}${row}" t="inlineStr"><is><t>回答 ${column}${row}</t></is></c>`,
    ).join('');
  const rows = Array.from({ length: 16 }, (_, index) => `<row r="${index + 1}">${cells(index + 1)}</row>`).join('');
  const measured = await measure(workbookFile({ sheets: [{ name: 'チェックリスト', rows }] }), 2_000);
  assert.equal(measured.code, 'read');
  assert.ok(
    measured.rss - measured.halfway < 40,
    `from ${measured.halfway} to ${measured.rss} MB between file 1,000 and 2,000`,
  );
});
