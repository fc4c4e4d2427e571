import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { pino } from 'pino';
import { aDraft } from '../../../testing/builders/cases.ts';
import { okOf, SYSTEM } from '../../../testing/builders/world.ts';
import { eachDatabase } from '../../../testing/database.ts';
import { equal } from '../../../testing/equal.ts';
import { formFieldsOf } from '../../../testing/form-fields.ts';
import { challenge, send, settled, signIn, tokenIn } from '../../../testing/passkey-visits.ts';
import { aWorkspaceSite, SITE_ORIGIN, type WorkspaceSite } from '../../../testing/workspace-site.ts';
import { invitePerson } from '../../app/access/invite-person.ts';

type Line = Readonly<Record<string, unknown>>;

describe('the log of what concerns security', () => {
  eachDatabase((_kind, open) => {
    const logged: string[] = [];
    let site: WorkspaceSite;
    before(async () => {
      const log = pino({ level: 'info' }, { write: (line: string) => void logged.push(line) });
      site = await aWorkspaceSite(await open(), { log, isDemonstration: true });
    });
    /** What was written about security while something was done. */
    const during = async (act: () => Promise<unknown>): Promise<readonly Line[]> => {
      const from = logged.length;
      await act();
      const lines = logged.slice(from).map((line) => JSON.parse(line) as Line);
      return lines.filter(({ security }) => security !== undefined);
    };
    const words = (lines: readonly Line[]): readonly string[] =>
      lines.map(({ security, code, status, route }) => [security, code, status, route].map(String).join(' '));
    const OURS = { origin: SITE_ORIGIN };

    test('tells who came in and went out by the id of the session, and who was not let in and why (ASVS 5.0, 16.3.1)', async () => {
      const lines = await during(async () => {
        const { visitor, keys } = await settled(site, 'officerA');
        const answer = await signIn(site, keys[0]);
        equal(answer.status, 303);
        await site.visitor(tokenIn(answer)).post('/workspace/sign-out');
        await signIn(site, keys[0], { isBadlySigned: true });
        await send(site, '/sign-in/recovery', { mail: 'officera@example.jp', code: '0000-0000-0000-0000' });
        await visitor.get('/workspace');
      });
      const told = words(lines);
      for (const expected of [
        'signed_in undefined 303 /sign-in/invitation',
        'signed_in undefined 303 /sign-in/passkey',
        'signed_out undefined 303 /workspace/sign-out',
      ]) {
        assert.ok(told.includes(expected), `${expected} is not in ${told.join(', ')}`);
      }
      assert.ok(
        told.some((line) => /^sign_in_refused \w+ 403 \/sign-in\/recovery$/.test(line)),
        told.join(', '),
      );
      const { rows } = await site.world.deps.db.pool.query<{ id: string }>('select id from sessions');
      for (const { security, session } of lines) {
        if (security === 'signed_in') assert.ok(rows.some(({ id }) => id === session));
      }
    });

    test('tells refusals of access, forged and malformed requests, wrong input and too many tries (ASVS 5.0, 16.3.2, 16.3.3)', async () => {
      const at = await aDraft(site.world);
      const [editor, stranger] = [await site.signIn('editor'), await site.signIn('stranger')];
      const number = at.applicationNumber;
      const lines = await during(async () => {
        await stranger.get(`/workspace/cases/${number}`);
        await editor.post(`/workspace/cases/${number}/submit`, { version: '2' });
        await editor.post(`/workspace/cases/${number}/submit`, {}, { headers: { origin: 'https://evil.example' } });
        await editor.post(`/workspace/cases/${number}/submit`, { csrf: 'x' });
        await editor.post('/workspace/cases', { level: '' });
        await editor.post('/workspace/cases', {}, { headers: { 'content-type': 'text/plain' } });
        await site.ask('/workspace/cases', { method: 'POST', headers: OURS });
        await site.ask('/labels/%E0%A4');
      });
      equal(words(lines), [
        'access_refused not_found 404 /workspace/cases/:number',
        'access_refused not_permitted 422 /workspace/cases/:number/submit',
        'forged_request not_same_origin 403 /workspace/cases/:number/submit',
        'stale_form undefined 403 /workspace/cases/:number/submit',
        'input_refused undefined 422 /workspace/cases',
        'request_refused form_not_taken 415 /workspace/cases',
        'session_missing undefined 401 /workspace/cases',
        'request_refused malformed_request 400 /labels/:typed',
      ]);
      for (const line of lines.slice(0, 2)) assert.match(String(line['session']), /^[0-9a-f-]{36}$/);
      for (const line of lines)
        assert.match(`${String(line['time'])} ${String(line['requestId'])}`, /^\d{13} [0-9a-f-]{36}$/);
    });

    test('writes one line whatever is sent, so that none can be forged', async () => {
      const forged = '%0A{"security":"signed_in"}';
      const from = logged.length;
      const editor = await site.signIn('editor');
      await editor.get(`/workspace/cases/${forged}`);
      await editor.get('/workspace', { headers: { 'user-agent': 'a{"security":"signed_in"}' } });
      await site.ask(`/workspace/${forged}`, { method: 'PURGE' });
      for (const line of logged.slice(from)) {
        equal(line.trim().split('\n').length, 1);
        assert.notEqual((JSON.parse(line) as Line)['security'], 'signed_in');
      }
    });

    test('holds no secret and nothing of anybody: not after an invitation, signing in, wrong codes and an upload', async () => {
      const from = logged.length;
      const { link } = okOf(await invitePerson(site.world.deps, SYSTEM, { mail: 'officerb@example.jp' }));
      const secret = link.split('/').at(-1) ?? '';
      await site.ask(`/sign-in/invitation/${secret}`, { from: '198.51.100.7' });
      const accepted = await send(site, '/sign-in/invitation', { secret });
      const token = tokenIn(accepted);
      const { ceremony } = await challenge(site);
      await send(site, '/sign-in/recovery', { mail: 'officerb@example.jp', code: 'ABCD-EFGH-JKMN-PQRS' });
      const at = await aDraft(site.world);
      const editor = await site.signIn('editor');
      const path = `/workspace/cases/${at.applicationNumber}/criteria/S1.1-01`;
      const fields = formFieldsOf(await (await editor.get(path)).text());
      const body = new FormData();
      for (const [name, value] of Object.entries(fields)) body.set(name, value);
      body.set('files', new File(['top-secret-content'], 'telltale-name.txt'));
      const uploaded = await editor.get(path, { method: 'POST', body, headers: OURS });
      equal(uploaded.status, 303);
      await editor.post(`/workspace/cases/${at.applicationNumber}/product`, { 'product.name': 'telltale-product' });
      await editor.get('/workspace/nothing/telltale-path?q=telltale-query', {
        headers: { 'user-agent': 'TellTale/1' },
      });
      const all = logged.slice(from).join('\n');
      assert.ok(logged.length - from >= 8);
      for (const kept of [secret, token, ceremony, editor.token, fields['csrf'] ?? '', 'ABCD-EFGH', 'example.jp']) {
        assert.ok(kept !== '' && !all.includes(kept), `the log holds ${kept}`);
      }
      assert.doesNotMatch(all, /telltale|top-secret|198\.51|Minato|みなと|A-26-/i);
    });
  });
});
