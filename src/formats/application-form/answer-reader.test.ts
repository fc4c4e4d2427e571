import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asPlain } from '../../../testing/builders/as-plain.ts';
import { FORM } from '../../../testing/builders/messy-checklist.ts';
import type { TableId } from '../../core/case/application-items.ts';
import { readAnswer, type Asked, type RawAnswer } from './answer-reader.ts';
import { readableForm } from './readable-form.ts';
import { equal } from '../../../testing/equal.ts';

const READABLE = readableForm(FORM);

function asked(id: string): Asked {
  const [table = '', column = ''] = id.split('.');
  const found = READABLE.items.get(id) ?? READABLE.tables[table as TableId].get(column);
  assert.ok(found, id);
  return found;
}

const READ: readonly (readonly [string, RawAnswer, unknown])[] = [
  ['product.name', '  みなと\r\nHGW  ', 'みなと\nHGW'],
  ['product.name', '　', undefined],
  ['models.number', 700, '700'],
  ['support.endsOn', '２０３６／３／３１', { day: '2036-03-31' }],
  ['support.endsOn', 'R18.3.31', { day: '2036-03-31' }],
  ['support.endsOn', 49765, { day: '2036-03-31' }],
  ['product.sameDesign', '◯', true],
  ['product.sameDesign', '✕', false],
  ['product.sameDesign', '－', undefined],
  ['determinations.verdict', '○', 'conforms'],
  ['determinations.verdict', '適合', 'conforms'],
  ['determinations.verdict', '○　適合', 'conforms'],
  ['determinations.verdict', 'ー', 'not_applicable'],
  ['determinations.verdict', '非該当', 'not_applicable'],
  ['determinations.verdict', 'Does not conform', 'does_not_conform'],
  ['determinations.verdict', 'not_determined', 'not_determined'],
  ['determinations.criterion', 'Ｓ１．１－０４', 'S1.1-04'],
  ['determinations.criterion', 'S1.1-04 総当たり攻撃からの保護', 'S1.1-04'],
  ['determinations.criterion', 'S9.9-99', 'S9.9-99'],
  ['determinations.methods', '実機の試験、文書', ['document', 'device-test']],
  ['determinations.evidence', '試験・記録.pdf、写真.png\nログ.txt', ['試験・記録.pdf', '写真.png', 'ログ.txt']],
  ['terms.labelUse', 1, '1.0'],
  ['terms.labelUse', '適合ラベルの使用条件 1.0', '1.0'],
  ['vendor.corporateNumber', 'Ｔ9-9999-9900-0017', '9999999000017'],
  ['vendor.corporateNumber', '8999999000017', '8999999000017'],
  ['vendor.website', 'ｗｗｗ．ｅｘａｍｐｌｅ．ｊｐ', 'https://www.example.jp/'],
  ['models.tradeItemNumber', 4912345678904, '04912345678904'],
];

for (const [id, raw, expected] of READ) {
  test(`${id} reads ${JSON.stringify(raw)} as ${JSON.stringify(expected)}`, () => {
    const read = readAnswer(raw, asked(id));
    assert.ok(read.ok, JSON.stringify(read));
    equal(asPlain(read.value), expected);
  });
}

const REFUSED: readonly (readonly [string, RawAnswer, string])[] = [
  ['models.number', Temporal.PlainDate.from('2026-03-02'), 'text_became_day'],
  ['product.firmware', 3.1, 'version_may_have_lost_zeros'],
  ['support.endsOn', '3/4/26', 'ambiguous_day'],
  ['support.endsOn', '平成40年1月1日', 'outside_era'],
  ['support.endsOn', 2030, 'year_only'],
  ['product.sameDesign', 'x', 'not_yes_or_no'],
  ['determinations.verdict', '合格', 'not_among_choices'],
  ['determinations.methods', '文書、勘', 'not_among_choices'],
  ['determinations.evidence', '../secret.txt', 'not_a_file_name'],
  ['vendor.contactMail', 'a@example.jp, b@example.jp', 'several_mail_addresses'],
  ['vendor.website', 'javascript:alert(1)', 'scheme_not_allowed'],
  ['models.tradeItemNumber', '4912345678905', 'gtin_check_digit_wrong'],
];

for (const [id, raw, code] of REFUSED) {
  test(`${id} refuses ${String(raw)} as ${code}`, () => {
    const read = readAnswer(raw, asked(id));
    assert.ok(!read.ok, JSON.stringify(read));
    assert.equal(read.error.code, code);
    assert.ok(String(read.error.params['value']).length > 0);
  });
}
