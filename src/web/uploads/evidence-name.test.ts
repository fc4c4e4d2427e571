import { test } from 'node:test';
import { equal } from '../../../testing/equal.ts';
import { evidenceName } from './evidence-name.ts';

test('a file keeps the name its sender gave it', () => {
  for (const name of ['設計書 第2版.pdf', '𠮷野家.png', 'a.b.c.txt', '写真(1).jpeg', '.profile'])
    equal(evidenceName(name), name);
});

test('folders, controls, turning marks and forbidden signs go, and what is left names something', () => {
  equal(
    ['C:\\temp\\証拠.pdf', '../../etc/passwd', 'a\u202egnp.exe', 'x\u0000y\n.txt', 'a:b?.txt', '..', '', '/'].map(
      evidenceName,
    ),
    ['証拠.pdf', 'passwd', 'agnp.exe', 'xy_.txt', 'a_b_.txt', 'file', 'file', 'file'],
  );
});

test('a name too long is cut before its ending, by characters', () => {
  const name = evidenceName(`${'𠮷'.repeat(300)}.pdf`);
  equal([Array.from(name).length, name.endsWith('𠮷.pdf')], [150, true]);
});
