import { test } from 'node:test';
import { equal } from '../../../testing/equal.ts';
import { contradictsName } from './contradicts-name.ts';

test('a file that is another kind than its name says is told, in any case and width', () => {
  for (const [name, type] of [
    ['report.pdf', 'text/plain'],
    ['REPORT.PDF', 'application/zip'],
    ['写真．ｐｎｇ', 'application/octet-stream'],
    ['a.jpg', 'image/png'],
    ['list.xlsx', 'text/plain'],
    ['a.pdf ', 'text/plain'],
  ] as const) {
    equal(contradictsName(name, type), true, name);
  }
});

test('a file that is what its name says, or whose name promises nothing, is left alone', () => {
  for (const [name, type] of [
    ['report.pdf', 'application/pdf'],
    ['old.xlsx', 'application/x-ole-storage'],
    ['list.xlsx', 'application/zip'],
    ['capture.pcap', 'application/octet-stream'],
    ['log', 'text/plain'],
    ['a.constructor', 'text/plain'],
    ['読み方.md', 'text/plain'],
  ] as const) {
    equal(contradictsName(name, type), false, name);
  }
});
