import assert from 'node:assert/strict';
import { equal } from '../../testing/equal.ts';
import { test } from 'node:test';
import { readSchemeFolder } from '../../testing/read-scheme-folder.ts';
import { readSchemeFiles } from '../formats/scheme-files/read-scheme-files.ts';
import type { SchemeFault } from '../formats/scheme-files/scheme-fault.ts';
import { schemeFaultLines } from './scheme-faults-text.ts';

function faultsAfter(file: string, from: string, to: string): readonly SchemeFault[] {
  const files = readSchemeFolder('testing/scheme-two');
  const read = readSchemeFiles(files.set(file, (files.get(file) ?? '').replace(from, to)));
  assert.ok(!read.ok);
  return read.error;
}

test('each fault is one line that begins with its place and says how to mend it', () => {
  const faults = faultsAfter('product-types.yaml', 'group: home', 'group: barn');
  equal(schemeFaultLines(faults, 'en', 'scheme/'), [
    'scheme/product-types.yaml:19:12 productTypes[2].group There is no "barn". Use one of: farm and home.',
  ]);
  equal(schemeFaultLines(faults, 'ja', 'scheme'), [
    'scheme/product-types.yaml:19:12 productTypes[2].group 「barn」は登録されていません。使えるのはfarm、homeです。',
  ]);
});

test('braces that belong to number formats are shown as they are written', () => {
  const faults = faultsAfter('numbers.yaml', 'restart: never', 'restart: yearly');
  equal(schemeFaultLines(faults, 'en', 'scheme'), [
    'scheme/numbers.yaml:3:27 numbers.application.pattern The sequence returns to 1 each year, but the number has no year. ' +
      'Add {year} or {yy}, or set restart to never.',
  ]);
});

test('a fault of a whole file has no path', () => {
  const faults = faultsAfter('fees.yaml', 'fees:', '\t[');
  assert.match(schemeFaultLines(faults, 'ja', 'scheme').join('\n'), /^scheme\/fees\.yaml:\d+:\d+ YAMLとして読めません/);
});
