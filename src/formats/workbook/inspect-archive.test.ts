import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { deflateRawSync } from 'node:zlib';
import { archiveRefusal, refusalOfPart } from '../../../testing/archive-refusal.ts';
import { equal } from '../../../testing/equal.ts';
import { workbookEntries, workbookFile } from '../../../testing/workbook-file.ts';
import { zipFile } from '../../../testing/zip-file.ts';
import { inspectArchive } from './inspect-archive.ts';
import { WORKBOOK_LIMITS } from './workbook-limits.ts';

test('a plain workbook is accepted and reduced to the parts that carry cells', async () => {
  const file = workbookFile({
    extra: [
      { name: 'xl/theme/theme1.xml', data: '<theme/>' },
      { name: 'xl/media/image1.png', data: randomBytes(99) },
    ],
  });
  const archive = await inspectArchive(file);
  assert.ok(archive.ok);
  equal(archive.value.sheetNames, ['Sheet1']);
  equal(
    [...archive.value.parts.keys()].sort(),
    workbookEntries()
      .map(({ name }) => name)
      .sort(),
  );
});

test('what is no zip is refused by what it is', async () => {
  const compound = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(1000)]);
  const encrypted = Buffer.concat([compound, Buffer.from('EncryptedPackage', 'utf16le')]);
  equal(await archiveRefusal(new Uint8Array()), { code: 'empty_file' });
  equal(await archiveRefusal(compound), { code: 'old_excel_file' });
  equal(await archiveRefusal(encrypted), { code: 'encrypted_workbook' });
  equal(await archiveRefusal(Buffer.from('criterion,answer\n')), { code: 'not_a_zip' });
  equal(await archiveRefusal(Buffer.from('PK\u0003\u0004')), { code: 'damaged_archive' });
  equal(await archiveRefusal(zipFile([{ name: 'readme.txt', data: 'hello' }])), { code: 'not_a_workbook' });
  equal(await archiveRefusal(zipFile(workbookEntries().filter(({ name }) => !name.startsWith('xl/worksheets')))), {
    code: 'not_a_workbook',
  });
});

test('a file over the size limit is refused before it is looked at', async () => {
  const limit = WORKBOOK_LIMITS.fileBytes;
  equal(await archiveRefusal(new Uint8Array(limit + 1)), { code: 'file_too_large', limit, found: limit + 1 });
});

test('a file cut off at any byte is refused', async () => {
  const whole = workbookFile();
  for (let length = 0; length < whole.length; length += 1) {
    assert.notEqual(await archiveRefusal(whole.subarray(0, length)), 'accepted', `${length} of ${whole.length} bytes`);
  }
});

test('a changed byte never makes the inspection throw', async () => {
  const whole = workbookFile();
  for (let at = 0; at < whole.length; at += 1) {
    const changed = Buffer.from(whole);
    changed[at] = (changed[at] ?? 0) ^ 0xff;
    assert.equal(typeof (await inspectArchive(changed)).ok, 'boolean');
  }
});

test('a thousand files of random bytes are refused, with and without the mark of a zip', async () => {
  for (let round = 0; round < 1_000; round += 1) {
    const noise = randomBytes(1 + round);
    if (round % 2 === 0) noise.write('PK', 'latin1');
    assert.notEqual(await archiveRefusal(noise), 'accepted');
  }
});

test('a bomb that states its size is refused before anything is inflated', async () => {
  const zeros = deflateRawSync(Buffer.alloc(2 * 1024 * 1024));
  const part = 'xl/bomb.xml';
  const bomb = { name: part, packed: zeros, deflate: true, declaredCrc: 0 };
  const found = 1024 ** 3;
  equal(await refusalOfPart({ ...bomb, declaredSize: found }), {
    code: 'part_too_large',
    part,
    limit: WORKBOOK_LIMITS.partBytes,
    found,
  });
  equal(await refusalOfPart({ ...bomb, declaredSize: 2 * 1024 * 1024 }), {
    code: 'compressed_too_far',
    part,
    limit: 100,
    found: Math.ceil((2 * 1024 * 1024) / zeros.length),
  });
});

test('a bomb that understates its size is stopped at the size it stated', async () => {
  const packed = deflateRawSync(Buffer.alloc(64 * 1024 * 1024));
  const lie = await refusalOfPart({ name: 'xl/bomb.xml', packed, deflate: true, declaredSize: 1000 });
  equal(lie, { code: 'declared_size_wrong', part: 'xl/bomb.xml' });
  equal(await refusalOfPart({ name: 'xl/small.xml', data: 'abc', declaredSize: 4 }), {
    code: 'declared_size_wrong',
    part: 'xl/small.xml',
  });
  equal(await refusalOfPart({ name: 'xl/none.xml', data: 'abc', deflate: true, declaredSize: 0 }), {
    code: 'declared_size_wrong',
    part: 'xl/none.xml',
  });
});

test('many parts that are modest alone are refused together', async () => {
  const data = randomBytes(64)
    .toString('hex')
    .repeat(16 * 1024);
  const parts = Array.from({ length: 13 }, (_, index) => ({
    name: `xl/media/${index}.bin`,
    data,
    packed: Buffer.alloc(30_000),
    deflate: true,
  }));
  const answer = await archiveRefusal(workbookFile({ extra: parts }));
  assert.equal(answer === 'accepted' ? answer : answer.code, 'unpacks_too_large');
});

test('entries that share their packed bytes are refused', async () => {
  const data = randomBytes(4000);
  const shared = Array.from({ length: 5 }, (_, index) => ({
    name: `xl/media/${index}.bin`,
    data,
    ...(index === 0 ? {} : { sharedWith: 7 }),
  }));
  equal(await archiveRefusal(workbookFile({ extra: shared })), { code: 'overlapping_parts' });
});

test('too many parts are refused by the count in the directory', async () => {
  const many = Array.from({ length: 2_000 }, (_, index) => ({ name: `xl/media/${index}`, data: '' }));
  equal(await archiveRefusal(workbookFile({ extra: many })), { code: 'too_many_parts', limit: 2_000, found: 2_007 });
});

test('names that leave their folder, repeat or point elsewhere are refused', async () => {
  for (const name of [
    '../evil.xml',
    'xl/../../evil.xml',
    '/etc/passwd',
    'C:/evil.xml',
    'xl\\evil.xml',
    'xl/./a.xml',
    'a\u0000b.xml',
  ]) {
    equal(await refusalOfPart({ name }), { code: 'unsafe_part_name', part: name });
  }
  equal(await refusalOfPart({ name: 'XL/Workbook.xml' }), { code: 'duplicate_part', part: 'XL/Workbook.xml' });
  equal(await refusalOfPart({ name: 'xl/link', mode: 0o120777 }), {
    code: 'unsafe_part_name',
    part: 'xl/link',
  });
});

test('encrypted, oddly packed and damaged entries are refused', async () => {
  equal(await refusalOfPart({ name: 'xl/a.xml', flags: 1 }), { code: 'encrypted_workbook' });
  equal(await refusalOfPart({ name: 'xl/a.xml', flags: 0x41 }), { code: 'encrypted_workbook' });
  equal(await refusalOfPart({ name: 'xl/a.xml', method: 12 }), {
    code: 'unsupported_compression',
    part: 'xl/a.xml',
  });
  equal(await refusalOfPart({ name: 'xl/a.xml', declaredCrc: 1 }), {
    code: 'damaged_archive',
    part: 'xl/a.xml',
  });
  equal(await refusalOfPart({ name: 'xl/a.xml', packed: Buffer.from('ffff', 'hex'), deflate: true }), {
    code: 'damaged_archive',
    part: 'xl/a.xml',
  });
});

test('a sheet of a hundred thousand rows is refused by its row, and one too wide by its column', async () => {
  const rows = Array.from(
    { length: 100_000 },
    (_, index) => `<row r="${index + 1}"><c r="A${index + 1}"><v>1</v></c></row>`,
  ).join('');
  const found = await archiveRefusal(workbookFile({ sheets: [{ name: '台帳', rows }] }));
  equal(found, { code: 'too_many_rows', sheet: '台帳', limit: 5_000, found: 5_001 });
  const far = await archiveRefusal(
    workbookFile({ sheets: [{ name: '台帳', rows: '<row r="1"><c r="XFD1"><v>1</v></c></row>' }] }),
  );
  equal(far, { code: 'too_many_columns', sheet: '台帳', limit: 200, found: 16_384 });
});

test('rows without numbers are counted, and rows that are only formatted are not', async () => {
  const unnumbered = '<row><c><v>1</v></c></row>'.repeat(5_001);
  const counted = await archiveRefusal(workbookFile({ sheets: [{ name: 's', rows: unnumbered }] }));
  equal(counted, { code: 'too_many_rows', sheet: 's', limit: 5_000, found: 5_001 });
  const formatted = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576" s="1"/></row>';
  const sparkline = '<extLst><ext><x14:sparkline><xm:f>s!A1:A9</xm:f></x14:sparkline></ext></extLst>';
  const archive = await inspectArchive(workbookFile({ sheets: [{ name: 's', rows: formatted, after: sparkline }] }));
  assert.ok(archive.ok);
  equal([archive.value.lastRow, archive.value.lastColumn], [1, 1]);
});

test('markup without end, sheets without number and areas without measure are refused', async () => {
  const strings = Array.from({ length: 150_001 }, (_, index) => `<si><t>${index}</t></si>`).join('');
  const complex = await archiveRefusal(workbookFile({ strings }));
  assert.equal(complex === 'accepted' ? complex : complex.code, 'too_complex');
  const sheets = Array.from({ length: 101 }, (_, index) => ({ name: `s${index}`, rows: '' }));
  equal(await archiveRefusal(workbookFile({ sheets })), { code: 'too_many_sheets', limit: 100, found: 101 });
  const corners = Array.from({ length: 5 }, (_, index) => ({
    name: `s${index}`,
    rows: '<row r="5000"><c r="GR5000"><v>1</v></c></row>',
  }));
  equal(await archiveRefusal(workbookFile({ sheets: corners })), {
    code: 'too_many_cells',
    limit: 4_000_000,
    found: 5_000_000,
  });
  const astray = await archiveRefusal(
    workbookFile({ sheets: [{ name: 's', rows: '<row r="1"><c r="A-1"><v>1</v></c></row>' }] }),
  );
  assert.equal(astray === 'accepted' ? astray : astray.code, 'unreadable_workbook');
});
