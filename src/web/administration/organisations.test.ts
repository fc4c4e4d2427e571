import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { eachDatabase } from '../../../testing/database.ts';
import { equal } from '../../../testing/equal.ts';
import { formFieldsOf } from '../../../testing/form-fields.ts';
import { wordsOf } from '../../../testing/public-site.ts';
import { aWorkspaceSite, type Visitor, type WorkspaceSite } from '../../../testing/workspace-site.ts';

const PLACE = '/workspace/administration';
const LIST = `${PLACE}/organisations`;

const pageOf = async (visitor: Visitor, path: string): Promise<string> => (await visitor.get(path)).text();

const MAKER = { kind: 'vendor', name: '髙島 﨑電機', nameEn: '', address: '東京都港区', addressEn: '' };

async function eventCount({ world }: WorkspaceSite, act: string): Promise<number> {
  const { rows } = await world.deps.db.pool.query<{ count: number }>(
    'select count(*)::int as count from events where act = $1',
    [act],
  );
  return rows[0]?.count ?? 0;
}

describe('the pages of organisations', () => {
  eachDatabase((_kind, open) => {
    test('find organisations by kind, part of a name, and the beginning of a corporate number', async () => {
      const site = await aWorkspaceSite(await open());
      const administrator = await site.signIn('administrator');
      const found = async (query: Readonly<Record<string, string>>): Promise<readonly string[]> => {
        const page = await pageOf(administrator, `${LIST}?${new URLSearchParams(query).toString()}`);
        const { operator, vendor, otherVendor, agent } = site.world.organisations;
        const named = { operator, vendor, otherVendor, agent };
        return Object.entries(named).flatMap(([name, id]) => (page.includes(`${LIST}/${id}`) ? [name] : []));
      };
      equal(await found({}), ['operator', 'vendor', 'otherVendor', 'agent']);
      equal(await found({ kind: 'vendor' }), ['vendor', 'otherVendor']);
      equal(await found({ words: 'ELSEWHERE' }), ['otherVendor']);
      equal(await found({ words: '70100010' }), ['agent']);
      equal(await found({ words: '%' }), []);
      equal(await found({ words: 'inc', kind: 'agent' }), []);
      equal(await found({ page: '2' }), []);
    });

    test('register an organisation once, its name exactly as typed, and say what is to be mended', async () => {
      const site = await aWorkspaceSite(await open());
      const administrator = await site.signIn('administrator');
      const fields = formFieldsOf(await pageOf(administrator, `${LIST}/new`));
      const send = (change: Readonly<Record<string, string>>) =>
        administrator.post(LIST, { ...fields, ...MAKER, ...change });
      for (const [change, words] of [
        [{ kind: '' }, '種類を選んでください'],
        [{ name: ' ' }, '名称を入力してください'],
        [{ address: '' }, '所在地を入力してください'],
        [{ corporateNumber: '1234567890123' }, '法人番号ではありません'],
        [{ corporateNumber: '7010001008844' }, 'すでに登録されています'],
      ] as const) {
        const answer = await send(change);
        equal(answer.status, 422, words);
        assert.ok((await answer.text()).includes(words), words);
      }
      const before = await eventCount(site, 'organisation.register');
      const [first, second] = [await send({}), await send({})];
      equal([first.status, second.status], [303, 303]);
      equal(first.headers.get('location'), second.headers.get('location'));
      equal(await eventCount(site, 'organisation.register'), before + 1);
      const page = await pageOf(administrator, first.headers.get('location') ?? '');
      assert.ok(page.includes(MAKER.name) && page.includes('組織を登録しました'));
    });

    test('register people, give roles and take them, which counts with the next click', async () => {
      const site = await aWorkspaceSite(await open());
      const { vendor } = site.world.organisations;
      const [administrator, editor] = [await site.signIn('administrator'), await site.signIn('editor')];
      const place = `${LIST}/${vendor}`;
      const add = async (fields: Readonly<Record<string, string>>): Promise<number> =>
        (await administrator.post(`${place}/people`, fields)).status;
      equal(await add({ mail: 'new@example.jp', role: 'vendor-editor' }), 422);
      equal(await add({ mail: 'new@example.jp', name: '新人' }), 422);
      equal(await add({ mail: 'new@example.jp', name: '新人', role: 'label-officer' }), 422);
      equal(await add({ mail: 'New@Example.JP', name: '新人', role: 'vendor-editor' }), 303);
      equal(await eventCount(site, 'person.give-role'), 0);
      equal((await editor.get('/workspace/mandates/new')).status, 403);
      equal(await add({ mail: 'editor@example.jp', role: 'vendor-signatory' }), 303);
      equal((await editor.get('/workspace/mandates/new')).status, 200);
      const page = await pageOf(administrator, place);
      const [, person = ''] = /name="person" value="([^"]+)"/.exec(page) ?? [];
      const take = async (role: string): Promise<number> =>
        (await administrator.post(`${place}/take`, { person, role })).status;
      equal([await take('vendor-signatory'), await take('vendor-signatory')], [303, 404]);
      equal((await editor.get('/workspace/mandates/new')).status, 403);
      equal(await take('vendor-editor'), 422);
      equal((await editor.get('/workspace/cases')).status, 200);
      equal([await eventCount(site, 'person.give-role'), await eventCount(site, 'person.take-role')], [1, 1]);
    });

    test('show who left, when and why, and no longer once they are back', async () => {
      const site = await aWorkspaceSite(await open());
      const { vendor } = site.world.organisations;
      const administrator = await site.signIn('administrator');
      const named = { mail: 'editor@example.jp', organisation: vendor };
      equal((await administrator.post(`${PLACE}/leave`, { ...named, reason: '転職のため' })).status, 303);
      assert.match(wordsOf(await pageOf(administrator, `${LIST}/${vendor}`)), /やめた人[^]*転職のため/);
      assert.ok(!(await pageOf(administrator, `${LIST}/${site.world.organisations.agent}`)).includes('転職のため'));
      equal((await administrator.post(`${LIST}/${vendor}/people`, { ...named, role: 'vendor-editor' })).status, 303);
      assert.ok(!(await pageOf(administrator, `${LIST}/${vendor}`)).includes('転職のため'));
    });

    test('show the scheme data in force in both languages, and all of it to administrators only', async () => {
      const site = await aWorkspaceSite(await open());
      const { vendor } = site.world.organisations;
      const administrator = await site.signIn('administrator');
      const { scheme, sha256 } = site.world.deps.scheme;
      for (const [prefix, language] of [
        ['', 'ja'],
        ['/en', 'en'],
      ] as const) {
        const words = wordsOf(await pageOf(administrator, `${prefix}${PLACE}/scheme`));
        const names = [...scheme.criteriaSets.map(({ title }) => title), ...scheme.clocks.map(({ name }) => name)];
        for (const name of names) assert.ok(words.includes(name[language].replace(/\s+/g, ' ')), name[language]);
        assert.ok(words.includes(sha256));
      }
      const places = [LIST, `${LIST}/new`, `${LIST}/${vendor}`, `${PLACE}/scheme`, `${PLACE}/invitations`];
      for (const name of ['officerA', 'signatory', 'agent'] as const) {
        const visitor = await site.signIn(name);
        for (const place of places) equal((await visitor.get(place)).status, 404, `${name} ${place}`);
        const sent = [
          await visitor.post(LIST, MAKER),
          await visitor.post(`${LIST}/${vendor}/people`, { mail: 'x@example.jp', name: 'x', role: 'vendor-editor' }),
          await visitor.post(`${LIST}/${vendor}/take`, { person: vendor, role: 'vendor-editor' }),
        ];
        equal(
          sent.map(({ status }) => status),
          [404, 404, 404],
          name,
        );
      }
      equal((await administrator.get(`${LIST}/${site.world.mandate}`)).status, 404);
    });
  });
});
