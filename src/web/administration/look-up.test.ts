import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { eachDatabase } from '../../../testing/database.ts';
import { equal } from '../../../testing/equal.ts';
import { aWorkspaceSite } from '../../../testing/workspace-site.ts';
import { simulatedCorporateRegister } from '../../../testing/world/simulated-corporate-register.ts';

const LIST = '/workspace/administration/organisations';
const TYPED = {
  kind: 'vendor',
  corporateNumber: '７０１０００１００８８４４',
  name: '架空商事',
  address: '大阪市',
  nameEn: '',
  addressEn: '',
};

const valueOf = (page: string, name: string): string | undefined =>
  new RegExp(`name="${name}"\\s+value="([^"]*)"`).exec(page)?.[1];

describe('looking a corporate number up', () => {
  eachDatabase((_kind, open) => {
    test('shows what is registered, and puts it in place of what was typed only when it is taken', async () => {
      const site = await aWorkspaceSite(await open());
      Object.assign(site.world.deps, { corporateRegister: simulatedCorporateRegister });
      const administrator = await site.signIn('administrator');
      const send = (then: string, change = {}) => administrator.post(LIST, { ...TYPED, ...change, then });
      const looked = await send('look-up');
      const page = await looked.text();
      equal(looked.status, 200);
      const submits = [...page.slice(page.indexOf('<main')).matchAll(/<button type="submit"([^>]*)>/g)].map(
        ([, rest]) => rest,
      );
      assert.ok(submits.length > 2 && !submits[0]?.includes('name='), 'Enter registers and looks nothing up');
      assert.ok(page.includes('架空商事合同会社') && page.includes('登記記録は閉鎖されています'));
      equal([valueOf(page, 'name'), valueOf(page, 'address')], ['架空商事', '大阪市']);
      const taken = await (await send('take')).text();
      equal([valueOf(taken, 'name'), valueOf(taken, 'address')], ['架空商事合同会社', '大阪府大阪市架空区１－１']);
      for (const [number, words] of [
        ['', '法人番号ではありません'],
        ['7000012050002', '法人番号公表サイトで見つかりません'],
      ] as const) {
        const refused = await send('look-up', { corporateNumber: number });
        equal(refused.status, 422);
        const text = await refused.text();
        assert.ok(text.includes(words) && valueOf(text, 'name') === '架空商事', words);
      }
      const { rows } = await site.world.deps.db.pool.query("select 1 from organisations where name like '架空%'");
      equal(rows.length, 0);
      equal((await (await site.signIn('signatory')).post(LIST, { ...TYPED, then: 'look-up' })).status, 404);
    });

    test('is not offered where no register is configured', async () => {
      const site = await aWorkspaceSite(await open());
      const administrator = await site.signIn('administrator');
      const page = await (await administrator.get(`${LIST}/new`)).text();
      assert.ok(!page.includes('look-up'));
    });
  });
});
