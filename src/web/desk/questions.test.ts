import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { aDraft } from '../../../testing/builders/cases.ts';
import { okOf } from '../../../testing/builders/world.ts';
import { eachDatabase } from '../../../testing/database.ts';
import { equal } from '../../../testing/equal.ts';
import { formFieldsOf } from '../../../testing/form-fields.ts';
import { aWorkspaceSite, type Visitor, type WorkspaceSite } from '../../../testing/workspace-site.ts';
import { findCase } from '../../app/case/find-case.ts';

/** The badge of each question of a page, by its label. */
function marksOf(page: string): Readonly<Record<string, string>> {
  const questions = page.matchAll(
    /form-field__label"[^>]*><span>([^<]*)<\/span>\s*<span class="need-badge" data-need="(\w+)">([^<]*)</g,
  );
  return Object.fromEntries([...questions].map(([, label = '', need = '', words = '']) => [label, `${need} ${words}`]));
}

describe('the questions of the desk', () => {
  eachDatabase((_kind, open) => {
    let site: WorkspaceSite;
    let editor: Visitor;
    before(async () => {
      site = await aWorkspaceSite(await open());
      editor = await site.signIn('editor');
    });

    test('say of each question about a criterion whether it must be answered, and with which verdict', async () => {
      const { applicationNumber: number } = await aDraft(site.world);
      const path = `/workspace/cases/${number}/criteria/S1.1-02`;
      const page = await (await editor.get(path)).text();
      equal(page.match(/<legend|<label class="form-field__label"/g)?.length, Object.keys(marksOf(page)).length + 1);
      const { 判定: verdict, 判定した人: by, 根拠の説明: why } = marksOf(page);
      equal(
        [verdict, by, why],
        ['required ※必須', 'required ※「適合」なら必須', 'required ※「適合」、「非該当」なら必須'],
      );
      const fields = formFieldsOf(page);
      const cleared = { ...fields, 'determinations.S1.1-02.verdict': '' };
      equal((await editor.post(path, cleared)).status, 303);
      equal(marksOf(await (await editor.get(path)).text())['判定した人'], 'conditional ※「適合」なら必須');
    });

    test('let go of what was chosen by mistake, in a verdict and in yes or no', async () => {
      const { id, applicationNumber: number } = await aDraft(site.world);
      const verdictOf = async () => {
        const { application } = okOf(await findCase(site.world.deps, site.world.people.editor, id));
        const row = application.determinations.find(({ criterion }) => criterion === 'S1.1-02');
        return [row?.verdict, application.answers['data.personalDataHandled']];
      };
      equal(await verdictOf(), ['conforms', true]);
      const none = { 'criteria/S1.1-02': 'determinations.S1.1-02.verdict', data: 'data.personalDataHandled' };
      for (const [below, name] of Object.entries(none)) {
        const path = `/workspace/cases/${number}/${below}`;
        const page = await (await editor.get(path)).text();
        assert.match(page, new RegExp(`name="${name}"\\s+value=""`), 'no answer yet is one of the choices');
        equal((await editor.post(path, { ...formFieldsOf(page), [name]: '' })).status, 303);
        const after = await (await editor.get(path)).text();
        assert.match(after, new RegExp(`name="${name}"\\s+value=""\\s+checked`), 'and it is what is chosen now');
      }
      equal(await verdictOf(), [undefined, undefined]);
    });

    test('say under which condition an answer is asked for, and ask for it where the condition holds', async () => {
      const { applicationNumber: number } = await aDraft(site.world);
      const path = `/workspace/cases/${number}/evaluation`;
      const page = await (await editor.get(path)).text();
      equal(marksOf(page)['有資格者の登録番号'], 'conditional ※有資格者が評価したなら必須');
      const chosen = { ...formFieldsOf(page), 'evaluation.evaluator': 'manufacturer-qualified' };
      equal((await editor.post(path, chosen)).status, 303);
      const after = marksOf(await (await editor.get(path)).text());
      equal(after['有資格者の登録番号'], 'required ※有資格者が評価したなら必須');
      equal(after['評価した会社又は人の名前'], 'conditional ※社外の者が評価したなら必須');
    });
  });
});
