import { test } from 'node:test';
import { equal } from '../../../testing/equal.ts';
import { csvLine } from './write-csv.ts';

test('cells with commas, quotes and line breaks are quoted (RFC 4180, 2)', () => {
  equal(csvLine(['a', 'b,c', 'd"e', 'f\ng', '']), 'a,"b,c","d""e","f\ng",\r\n');
});

test('what a spreadsheet would run as a formula is written as text', () => {
  equal(csvLine(['=1+1', '+1', '-1', '@A1', '\tx', 'a=1']), "'=1+1,'+1,'-1,'@A1,'\tx,a=1\r\n");
  const wide = ['\uff1d1', '\uff0b1', '\uff0d1', '\uff20A1', '\u22121', 'a\uff1d1'];
  equal(csvLine(wide), `${wide.map((cell) => (cell.startsWith('a') ? cell : `'${cell}`)).join(',')}\r\n`);
});
