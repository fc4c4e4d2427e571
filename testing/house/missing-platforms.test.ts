import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { equal } from '../equal.ts';
import { mendedLock, type Lock } from './missing-platforms.ts';

const lockWith = (optionalDependencies: Readonly<Record<string, string>>): Lock => ({
  packages: { '': {}, 'node_modules/@x/sheet': { version: '1.0.0', optionalDependencies } },
});

describe('mending the lock file', () => {
  test('adds each missing per-platform package with its system, processor and C library', () => {
    const names = ['linux-arm64-musl', 'linux-arm-gnueabihf', 'win32-x64-msvc', 'darwin-x64', 'android-arm-eabi'];
    const { lock, added } = mendedLock(
      lockWith(Object.fromEntries(names.map((name) => [`@x/sheet-${name}`, '1.0.0']))),
    );
    equal(
      added,
      names.map((name) => `node_modules/@x/sheet-${name}`),
    );
    const entry = (name: string): unknown => lock.packages[`node_modules/@x/sheet-${name}`];
    const common = { version: '1.0.0', optional: true };
    equal(entry('linux-arm64-musl'), { ...common, os: ['linux'], cpu: ['arm64'], libc: ['musl'] });
    equal(entry('linux-arm-gnueabihf'), { ...common, os: ['linux'], cpu: ['arm'], libc: ['glibc'] });
    equal(entry('win32-x64-msvc'), { ...common, os: ['win32'], cpu: ['x64'] });
    equal(entry('darwin-x64'), { ...common, os: ['darwin'], cpu: ['x64'] });
    equal(entry('android-arm-eabi'), { ...common, os: ['android'], cpu: ['arm'] });
  });

  test('leaves a package alone that lies beside its user or above it', () => {
    const present = { 'node_modules/b/node_modules/b-linux-x64': {}, 'node_modules/c-linux-x64': {} };
    const needs = { 'b-linux-x64': '1.0.0', 'c-linux-x64': '1.0.0' };
    equal(mendedLock({ packages: { ...present, 'node_modules/b': { optionalDependencies: needs } } }).added, []);
  });

  test('takes the registry out of the entries', () => {
    const { lock } = mendedLock({ packages: { 'node_modules/a': { resolved: 'https://registry.example/a.tgz' } } });
    equal(lock.packages['node_modules/a'], {});
  });

  test('refuses to invent an entry for a package that is not of one platform, or not of one version', () => {
    assert.throws(() => mendedLock(lockWith({ 'optional-thing': '1.0.0' })), /names no platform/);
    assert.throws(() => mendedLock(lockWith({ 'sheet-linux-x64': '^1.0.0' })), /not for one version/);
  });

  test('has nothing left to do on the lock file of this project', () => {
    const text = readFileSync('package-lock.json', 'utf8');
    const { lock, added } = mendedLock(JSON.parse(text) as Lock);
    equal(added, []);
    assert.equal(
      `${JSON.stringify(lock, null, 2)}\n`,
      text,
      'run `npm run mend-lock` after each change of the lock file',
    );
  });
});
