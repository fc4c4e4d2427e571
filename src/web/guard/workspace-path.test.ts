import assert from 'node:assert/strict';
import { test } from 'node:test';
import { workspacePath } from './workspace-path.ts';

test('a page of the workspaces is gone to after signing in, with its query', () => {
  for (const path of ['/workspace', '/en/workspace', '/workspace/cases/A-1?tab=2', '/en/workspace/cases?q=%E7%94%B3']) {
    assert.equal(workspacePath(path, '/start'), path);
  }
});

test('nothing outside the workspaces is gone to, whatever its disguise (ASVS 5.0, 3.7.2)', () => {
  for (const path of [
    undefined,
    '',
    '/',
    '/labels/S1',
    'https://evil.example/workspace',
    '//evil.example/workspace',
    '/\\evil.example/workspace',
    '/workspace\\..\\..\\x',
    '\t//evil.example/workspace',
    '/workspace/../../evil',
    '/workspace/%2e%2e/sign-in',
    '/workspaces',
    '/workspace@evil.example',
    '/workspace\n',
    `/workspace?${'x'.repeat(2000)}`,
    'javascript:alert(1)//workspace',
  ]) {
    assert.equal(workspacePath(path, '/start'), '/start', JSON.stringify(path));
  }
});
