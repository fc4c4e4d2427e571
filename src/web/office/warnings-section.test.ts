import assert from 'node:assert/strict';
import { test } from 'node:test';
import { equal } from '../../../testing/equal.ts';
import type { CaseWarning } from '../../core/case/case-warnings.ts';
import { viewOf, type Site } from '../view.ts';
import type { WorkspaceView } from '../workspace/signed-in.ts';
import { warningsSection } from './warnings-section.ts';

const view = viewOf({} as Site, 'ja', '/') as WorkspaceView;

const labelled = (what: string): CaseWarning => ({
  code: 'model_labelled',
  what,
  number: 'S1-25-00004-T',
  organisation: 'みなと',
});

test('of each kind a single warning is told in full, and many as their number, each where it is opened', async () => {
  const models = ['HA-1', 'HA-2', 'HA-3'];
  const page = String(await warningsSection(view, [...models.map(labelled), { code: 'policy_missing' }]));
  equal(page.match(/<details/g)?.length, 1);
  const [, summary = ''] = /<summary>([^<]*)<\/summary>/.exec(page) ?? [];
  equal(summary, 'すでにラベルが付与されている型番：3件');
  for (const model of models) assert.ok(page.includes(`型番${model}は、すでにラベルが付与されています`), model);
  assert.match(page, /<\/details>[\s\S]*脆弱性対応方針のURLが書かれていません/);
  const alone = String(await warningsSection(view, [labelled('HA-1')]));
  assert.ok(!alone.includes('<details') && alone.includes('型番HA-1は'));
  equal(String(await warningsSection(view, [])), '');
});
