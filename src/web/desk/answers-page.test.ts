import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { aDraft } from '../../../testing/builders/cases.ts';
import { eachDatabase } from '../../../testing/database.ts';
import { equal } from '../../../testing/equal.ts';
import { formFieldsOf } from '../../../testing/form-fields.ts';
import { aWorkspaceSite, type Visitor, type WorkspaceSite } from '../../../testing/workspace-site.ts';
import { SECTIONS } from '../../core/case/application-items.ts';

describe('the page on which answers are looked over', () => {
  eachDatabase((_kind, open) => {
    let site: WorkspaceSite;
    let editor: Visitor;
    before(async () => {
      site = await aWorkspaceSite(await open());
      editor = await site.signIn('editor');
    });
    const textOf = async (path: string): Promise<string> => (await editor.get(path)).text();
    const folds = (page: string) => ({
      open: page.match(/<details class="disclosure" open/g)?.length ?? 0,
      all: page.match(/<details class="disclosure"/g)?.length ?? 0,
    });

    async function aDraftWith(section: string, typed: Readonly<Record<string, string>>) {
      const { applicationNumber } = await aDraft(site.world);
      const place = `/workspace/cases/${applicationNumber}`;
      const fields = formFieldsOf(await textOf(`${place}/${section}`));
      await editor.post(`${place}/${section}`, { ...fields, ...typed });
      return place;
    }

    test('folds what is complete, leads to every section with its open count, and unfolds all on demand', async () => {
      const place = await aDraftWith('support', { 'support.note': '', 'support.endsOn': '' });
      const page = await textOf(`${place}/answers`);
      const { open: unfolded, all } = folds(page);
      equal([unfolded, all > 30], [1, true]);
      const [, contents = ''] = /<nav class="contents"[^>]*>([^]*?)<\/nav>/.exec(page) ?? [];
      equal(contents.match(/<li>/g)?.length, all);
      assert.match(contents, /href="#support">サポート<\/a>\s*<span[^>]*>残り2件/);
      assert.match(contents, /href="#vendor">[^<]*<\/a>\s*<span[^>]*>完了/);
      const whole = folds(await textOf(`${place}/answers?show=all`));
      equal([whole.open, whole.all], [all, all]);
    });

    test('names what cannot be read once', async () => {
      const place = await aDraftWith('vendor', { 'vendor.contactMail': 'わたしのメール' });
      const page = await textOf(`${place}/answers`);
      const [summary = ''] = /class="error-summary"[^]*?<\/ul>/.exec(page) ?? [];
      const about = summary.match(/担当者のメールアドレス[^<]*/g) ?? [];
      equal(about, ['担当者のメールアドレス：「わたしのメール」を読み取れません。']);
    });

    test('names a model number listed twice with both its lines', async () => {
      const place = await aDraftWith('product', { models: 'A-1\nA-2\nＡ－１' });
      const page = await textOf(`${place}/answers`);
      assert.ok(page.includes('製品：型番 3行目：型番「Ａ－１」は、1行目にもあります（この行は3行目）。'));
      assert.ok((await textOf(`/en${place}/answers`)).includes('stands in line 1 as well (this is line 3)'));
    });

    test('speaks of pages, never of the sheets, rows and cells of the workbook', async () => {
      const begun = await editor.post('/workspace/cases', {
        ...formFieldsOf(await textOf('/workspace/cases/new')),
        level: 's1',
      });
      const place = begun.headers.get('location') ?? '';
      const sections = SECTIONS.filter((section) => section !== 'determination');
      for (const below of [...sections, 'answers', 'criteria/S1.1-01']) {
        const page = await textOf(`${place}/${below}`);
        equal(
          page.match(/[^>]*(?:シート[^の]|セル|○を付け|の行がありません|名前だけを書)[^<]*/u)?.[0],
          undefined,
          below,
        );
        if (below !== 'product') assert.doesNotMatch(page, /1行に1つ/u, below);
        const english = await textOf(`/en${place}/${below}`);
        equal(english.match(/[^>]*(?:one a row|the rows?\b|a cell)[^<]*/u)?.[0], undefined, below);
      }
      const answers = await textOf(`${place}/answers`);
      assert.match(answers, /<h2>添付したファイル<\/h2>\s*<p>なし<\/p>/);
      const number = place.split('/').at(-1) ?? '';
      assert.ok((await textOf('/workspace/cases')).includes(`名称未入力（${number}）`));
      assert.ok((await textOf('/workspace/cases/new')).includes(`名称未入力（${number}）`));
    });

    test('shows in full what is agreed to beside the consent', async () => {
      const { applicationNumber } = await aDraft(site.world);
      const page = await textOf(`/workspace/cases/${applicationNumber}/terms`);
      for (const { title, points } of site.world.deps.scheme.scheme.terms) {
        assert.ok(page.includes(title.ja) && points.every(({ ja }) => page.includes(ja)), title.ja);
      }
    });
  });
});
