import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { aSubmittedCase } from '../../../testing/builders/cases.ts';
import { eachDatabase } from '../../../testing/database.ts';
import { equal } from '../../../testing/equal.ts';
import { formFieldsOf } from '../../../testing/form-fields.ts';
import { wordsOf } from '../../../testing/public-site.ts';
import { aWorkspaceSite, type Visitor, type WorkspaceSite } from '../../../testing/workspace-site.ts';

describe('what follows from a format check', () => {
  eachDatabase((_kind, open) => {
    let site: WorkspaceSite;
    let officer: Visitor;
    before(async () => {
      site = await aWorkspaceSite(await open());
      officer = await site.signIn('officerA');
    });
    const textAt = async (path: string): Promise<string> => (await officer.get(path)).text();
    const aCase = async (): Promise<string> => {
      const { applicationNumber } = await aSubmittedCase(site.world);
      return `/workspace/office/cases/${applicationNumber}`;
    };

    test('a return is off with its reason until an item has a remark', async () => {
      const place = await aCase();
      const path = `${place}/acts/return`;
      for (const page of [await textAt(place), await textAt(path)]) {
        assert.match(page, /aria-disabled="true"\s+aria-describedby="off(-return)?"/);
        assert.match(wordsOf(page), /今はできません。必要な条件：差し戻す項目を一つ以上示すこと。/);
      }
      equal((await officer.post(path, formFieldsOf(await textAt(path)))).status, 422);
      const check = { ...formFieldsOf(await textAt(`${place}/form`)), 'remark.product': '型番を確かめてください。' };
      await officer.post(`${place}/check`, check);
      const asked = await textAt(path);
      assert.ok(!asked.includes('aria-disabled'));
      equal((await officer.post(path, formFieldsOf(asked))).status, 303);
    });

    test('accepting what was not ticked item by item asks whether it is meant, with the number of items', async () => {
      const place = await aCase();
      const path = `${place}/acts/accept`;
      await officer.post(`${place}/check`, { ...formFieldsOf(await textAt(`${place}/form`)), 'tick.vendor': 'yes' });
      const page = await textAt(path);
      const [, count = ''] = /name="unlooked"\s+value="(\d+)"/.exec(page) ?? [];
      assert.match(wordsOf(page), new RegExp(`${Number(count) + 1}項目中${count}項目に、確認の印がありません`));
      const unsaid = await officer.post(path, formFieldsOf(page));
      equal(unsaid.status, 422);
      assert.match(await unsaid.text(), /href="#unlooked"/);
      const form = await textAt(`${place}/form`);
      const all: readonly (readonly [string, string])[] = [...form.matchAll(/name="(tick\.[^"]+)"/g)].map(
        ([, name = '']) => [name, 'yes'],
      );
      equal(all.length, Number(count) + 1);
      const stale = { ...formFieldsOf(page), unlooked: count };
      await officer.post(`${place}/check`, { ...formFieldsOf(form), ...Object.fromEntries(all) });
      const asked = await textAt(path);
      assert.ok(!asked.includes('name="unlooked"'));
      equal((await officer.post(path, stale)).status, 303);
    });
  });
});
