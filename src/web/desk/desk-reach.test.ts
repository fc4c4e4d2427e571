import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { aDraft, aSubmittedCase } from '../../../testing/builders/cases.ts';
import { okOf } from '../../../testing/builders/world.ts';
import { eachDatabase } from '../../../testing/database.ts';
import { equal } from '../../../testing/equal.ts';
import { aWorkspaceSite, type Visitor, type WorkspaceSite } from '../../../testing/workspace-site.ts';
import { findCase } from '../../app/case/find-case.ts';
import type { CaseId } from '../../core/kernel/ids.ts';

describe('the desk', () => {
  eachDatabase((_kind, open) => {
    let site: WorkspaceSite;
    let editor: Visitor;
    before(async () => {
      site = await aWorkspaceSite(await open());
      editor = await site.signIn('editor');
    });
    const textOf = async (answer: Promise<Response>): Promise<string> => (await answer).text();
    const shown = async (id: CaseId) => okOf(await findCase(site.world.deps, site.world.people.editor, id));
    const place = (at: { readonly applicationNumber: string }, below = ''): string =>
      `/workspace/cases/${at.applicationNumber}${below}`;

    test('gives nothing away to others, whatever they ask for or send', async () => {
      const at = await aSubmittedCase(site.world);
      const draft = await aDraft(site.world);
      const stranger = await site.signIn('stranger');
      const paths = ['', '/product', '/criteria/S1.1-01', '/answers', '/receipt', '/workbook'];
      for (const path of paths) {
        const answer = await stranger.get(place(at, path));
        const missing = await stranger.get(`/workspace/cases/A-26-99999-X${path}`);
        equal([answer.status, missing.status], [404, 404], path);
      }
      for (const path of ['/product', '/criteria/S1.1-01', '/submit', '/provisional']) {
        equal((await stranger.post(place(draft, path), { 'product.name': 'x' })).status, 404, path);
      }
      const begun = { vendor: site.world.organisations.vendor, level: 's1', idempotency_key: draft.id };
      equal((await stranger.post('/workspace/cases', begun)).status, 422);
      equal((await shown(draft.id)).application.answers['product.name'], draft.application.answers['product.name']);
    });

    test('shows an agent for whom it acts, in both languages', async () => {
      const at = await aDraft(site.world);
      const agent = await site.signIn('agent');
      assert.match(await textOf(agent.get(place(at))), /の代理として作業しています/);
      assert.match(await textOf(agent.get(`/en${place(at)}`)), /You act on behalf of/);
    });

    test('copies an application of any state to another model series from a link on its page', async () => {
      const { deps, organisations } = site.world;
      const at = await aDraft(site.world);
      const page = await textOf(editor.get(place(at)));
      const [, link = ''] = /href="([^"]+how=series)"/.exec(page) ?? [];
      const form = await textOf(editor.get(link.replaceAll('&amp;', '&')));
      assert.match(form, new RegExp(`value="${at.applicationNumber}"[^>]*checked`));
      assert.match(form, /value="series"[^>]*checked/);
      const fields = { vendor: organisations.vendor, level: 's1', idempotency_key: deps.ids.uuid() };
      const sent = await editor.post('/workspace/cases', { ...fields, from: at.applicationNumber, how: 'series' });
      equal(sent.status, 303);
      const number = (sent.headers.get('location') ?? '').split('/').at(-1) ?? '';
      const criterion = await textOf(editor.get(place({ applicationNumber: number }, '/criteria/S1.1-01')));
      assert.ok(criterion.includes(`申請 ${at.applicationNumber} から引き継いだファイルです`));
      const stranger = await site.signIn('stranger');
      const theirs = { ...fields, vendor: organisations.otherVendor, idempotency_key: deps.ids.uuid() };
      const taken = await stranger.post('/workspace/cases', { ...theirs, from: at.applicationNumber, how: 'series' });
      equal(taken.status, 422);
    });

    test('gives the checklist with the answers so far, to go on in Excel', async () => {
      const at = await aDraft(site.world);
      const sent = await editor.get(place(at, '/workbook'));
      equal(sent.headers.get('content-disposition'), `attachment; filename="${at.applicationNumber}.xlsx"`);
      equal(
        Buffer.from(await sent.arrayBuffer())
          .subarray(0, 2)
          .toString(),
        'PK',
      );
    });
  });
});
