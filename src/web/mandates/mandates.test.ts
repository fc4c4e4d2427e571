import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { aDraft } from '../../../testing/builders/cases.ts';
import { eachDatabase } from '../../../testing/database.ts';
import { equal } from '../../../testing/equal.ts';
import { formFieldsOf } from '../../../testing/form-fields.ts';
import { wordsOf } from '../../../testing/public-site.ts';
import { aWorkspaceSite, type Visitor } from '../../../testing/workspace-site.ts';

const MANDATES = '/workspace/mandates';

const pageOf = async (visitor: Visitor, path: string): Promise<string> => (await visitor.get(path)).text();

const rowsIn = (page: string): number => page.split('<th scope="row"').length - 1;

describe('the pages of mandates', () => {
  eachDatabase((_kind, open) => {
    test('give a mandate once, however often the form is sent, for days in any spelling', async () => {
      const site = await aWorkspaceSite(await open());
      const stranger = await site.signIn('stranger');
      equal(rowsIn(await pageOf(stranger, MANDATES)), 0);
      const fields = formFieldsOf(await pageOf(stranger, `${MANDATES}/new`));
      const { agent } = site.world.organisations;
      const send = () =>
        stranger.post(MANDATES, { ...fields, agent, scope: 'all', from: '令和８年４月１日', until: '2026/9/30' });
      const [first, second] = [await send(), await send()];
      equal([first.status, second.status], [303, 303]);
      equal(first.headers.get('location'), `${MANDATES}?done=given`);
      const page = await pageOf(stranger, first.headers.get('location') ?? '');
      equal(rowsIn(page), 1);
      for (const words of ['委任しました', '代理商事株式会社', '2026年4月1日', '2026年9月30日', '有効']) {
        assert.ok(page.includes(words), words);
      }
      const received = wordsOf(await pageOf(await site.signIn('agent'), `/en${MANDATES}`));
      for (const words of ['Minato Networks', 'Elsewhere Inc.', '30 September 2026', 'Until revoked', 'In force']) {
        assert.ok(received.includes(words), words);
      }
    });

    test('say what is to be mended and show again what was typed', async () => {
      const site = await aWorkspaceSite(await open());
      const signatory = await site.signIn('signatory');
      const fields = formFieldsOf(await pageOf(signatory, `${MANDATES}/new`));
      const { agent, otherVendor } = site.world.organisations;
      for (const [typed, words] of [
        [{ agent: '', from: '2026-04-01' }, '代理の事業者を選んでください'],
        [{ agent, from: '' }, '始まりの日を入力してください'],
        [{ agent, from: '<来年>' }, '日付として読めません'],
        [{ agent, from: '2026-04-02', until: '2026-04-01' }, '終わりが始まりより前'],
        [{ agent: otherVendor, from: '2026-04-01' }, '代理'],
        [{ agent, from: '2026-04-01', scope: '' }, '対象を選んでください'],
        [{ agent, from: '2026-04-01', scope: 'some' }, '対象の申請がありません'],
        [{ agent, from: '2026-04-01', scope: 'some', numbers: 'X-1' }, '見つからない申請番号があります：X-1'],
      ] as const) {
        const answer = await signatory.post(MANDATES, { ...fields, scope: 'all', ...typed });
        const page = await answer.text();
        equal(answer.status, 422, words);
        assert.match(page, /class="error-summary"/);
        assert.ok(page.includes(words), words);
        assert.ok(page.includes(`value="${typed.from.replace('<', '&lt;').replace('>', '&gt;')}"`), typed.from);
      }
      equal(rowsIn(await pageOf(signatory, MANDATES)), 1);
    });

    test('revoke a mandate after asking; what the agent has open is refused with the next click', async () => {
      const site = await aWorkspaceSite(await open());
      const [signatory, agent] = [await site.signIn('signatory'), await site.signIn('agent')];
      const drafted = await aDraft(site.world);
      const place = `/workspace/cases/${drafted.applicationNumber}`;
      const form = formFieldsOf(await pageOf(agent, `${place}/support`));
      const asking = `${MANDATES}/${site.world.mandate}/revoke`;
      const question = await pageOf(signatory, asking);
      assert.match(wordsOf(question), /代理商事株式会社への委任を取り消しますか/);
      equal((await agent.get(place)).status, 200);
      const send = () => signatory.post(asking, { ...formFieldsOf(question), reason: '契約の終了' });
      equal([(await send()).status, (await send()).status], [303, 303]);
      equal((await agent.get(place)).status, 404);
      const late = await agent.post(`${place}/support`, { ...form, 'support.note': '遅れて', then: 'stay' });
      equal(late.status, 404);
      assert.ok(!(await pageOf(signatory, `${place}/support`)).includes('遅れて'));
      assert.match(wordsOf(await pageOf(agent, MANDATES)), /取消し済み/);
      equal((await signatory.get(asking)).status, 303);
      const { rows } = await site.world.deps.db.pool.query<{ reason: string }>(
        "select reason from events where act = 'mandate.revoke'",
      );
      equal(rows, [{ reason: '契約の終了' }]);
    });

    test('let an agent act from the first day to the end of the last, and not a moment longer', async () => {
      const site = await aWorkspaceSite(await open());
      const { world } = site;
      const stranger = await site.signIn('stranger');
      const fields = formFieldsOf(await pageOf(stranger, `${MANDATES}/new`));
      const period = { scope: 'all', from: '2026-04-02', until: '2026-04-03' };
      await stranger.post(MANDATES, { ...fields, agent: world.organisations.agent, ...period });
      const stateAt = async (at: string): Promise<readonly [boolean, string]> => {
        world.clock.advance(world.clock.now().until(at));
        const agent = await site.signIn('agent');
        const choices = await pageOf(agent, '/workspace/cases/new');
        const words = wordsOf(await pageOf(await site.signIn('stranger'), MANDATES));
        const state = ['これから', '有効', '期限切れ'].find((known) => words.includes(known)) ?? '';
        return [choices.includes(world.organisations.otherVendor), state];
      };
      equal(await stateAt('2026-04-01T14:59:59Z'), [false, 'これから']);
      equal(await stateAt('2026-04-01T15:00:00Z'), [true, '有効']);
      equal(await stateAt('2026-04-03T14:59:59Z'), [true, '有効']);
      equal(await stateAt('2026-04-03T15:00:00Z'), [false, '期限切れ']);
    });

    test('let only signatories give and revoke, and tell strangers nothing', async () => {
      const site = await aWorkspaceSite(await open());
      const { agent: agentId } = site.world.organisations;
      const asking = `${MANDATES}/${site.world.mandate}/revoke`;
      const answers = async (name: Parameters<typeof site.signIn>[0]): Promise<readonly number[]> => {
        const visitor = await site.signIn(name);
        return [
          (await visitor.get(MANDATES)).status,
          (await visitor.get(`${MANDATES}/new`)).status,
          (await visitor.post(MANDATES, { agent: agentId, scope: 'all', from: '2026-04-01' })).status,
          (await visitor.get(asking)).status,
          (await visitor.post(asking)).status,
        ];
      };
      equal(await answers('editor'), [200, 403, 403, 404, 403]);
      equal(await answers('agent'), [200, 403, 403, 404, 403]);
      equal(await answers('reviewer'), [404, 404, 404, 404, 404]);
      equal(await answers('stranger'), [200, 200, 303, 404, 404]);
      const stranger = await site.signIn('stranger');
      equal((await stranger.post(`${MANDATES}/x/revoke`)).status, 404);
      const editor = await pageOf(await site.signIn('editor'), MANDATES);
      assert.ok(!editor.includes('/revoke') && !editor.includes(`${MANDATES}/new`));
      assert.match(wordsOf(await pageOf(await site.signIn('signatory'), MANDATES)), /有効/);
    });
  });
});
