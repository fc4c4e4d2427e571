import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { aGrantedCase } from '../testing/builders/cases.ts';
import { okOf, SYSTEM } from '../testing/builders/world.ts';
import { eachDatabase } from '../testing/database.ts';
import { equal } from '../testing/equal.ts';
import { mailServer } from '../testing/mail-server.ts';
import { aPublicSite, wordsOf } from '../testing/public-site.ts';
import { smtpMailer } from '../src/adapters/smtp-mailer.ts';
import { sendNotices } from '../src/app/subscription/send-notices.ts';
import { tellPublication } from '../src/app/subscription/tell-changes.ts';
import type { Deps } from '../src/app/ports.ts';
import type { Database } from '../src/db/database.ts';
import { wordNotice } from '../src/jobs/word-notice.ts';

const FORM = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' };
const ONE_CLICK = 'List-Unsubscribe=One-Click';

const servers: { readonly close: () => Promise<void> }[] = [];
after(() => Promise.all(servers.map((server) => server.close())));

async function aSite(db: Database) {
  const site = await aPublicSite(db);
  const { world, get } = site;
  const server = await mailServer();
  servers.push(server);
  const mailer = smtpMailer({ url: server.url, from: 'label@example.jp' });
  const deps: Deps = world.deps;
  const send = async () =>
    okOf(
      await sendNotices(deps, SYSTEM, { mailer }, { write: wordNotice(deps), signal: new AbortController().signal }),
    );
  const post = (path: string, fields: Readonly<Record<string, string>> = {}, headers: Record<string, string> = FORM) =>
    get(path, { method: 'POST', headers, body: new URLSearchParams(fields).toString() });
  const tell = async (): Promise<void> => {
    const { rows } = await deps.db.pool.query<{ id: string }>("select id from events where act = 'label.publish'");
    for (const { id } of rows) okOf(await tellPublication(deps, SYSTEM, Number(id)));
  };
  const count = async (): Promise<number> =>
    Number((await deps.db.pool.query<{ count: string }>('select count(*) as count from subscriptions')).rows[0]?.count);
  return { ...site, server, send, post, tell, count };
}

/** The address of the subscription's page that a mail holds, as a path. */
function pathIn(text: string): string {
  return /https?:\/\/[^/\s]+((?:\/en)?\/subscriptions\/[\w-]{43})/.exec(text)?.[1] ?? assert.fail(text);
}

eachDatabase((_kind, open) => {
  test('from a page of the register to a mail, its link, the confirmation, a notice, and the end', async () => {
    const { world, page, post, send, server, tell, count } = await aSite(await open());
    const { number } = (await aGrantedCase(world)).label;
    const nextMinute = (): void => world.clock.set(world.deps.clock.now().add({ minutes: 1 }).toString());
    nextMinute();
    const link = /href="(\/subscribe\?[^"]+)"/.exec(await page(`/types/router`))?.[1] ?? assert.fail();
    assert.match(wordsOf(await page(link)), /製品類型「ルーター（有線・無線）」のラベル/);
    assert.match(wordsOf(await page(`/subscribe?label=${number}`)), new RegExp(`適合ラベル ${number}`));
    const asked = await post('/subscribe', { channel: 'mail', address: 'Ｒeader@Example.jp ', q: 'HGW' });
    equal([asked.status, asked.headers.get('location')], [303, '/subscribe/asked']);
    assert.match(wordsOf(await page('/subscribe/asked')), /確認のメールを送りました/);
    await send();
    const [first] = server.taken;
    equal([first?.to, first?.subject], [['reader@example.jp'], '知らせの受取りを確認してください']);
    const path = pathIn(first?.text ?? '');
    assert.match(wordsOf(await page(path)), /検索「HGW」に合うラベル[\s\S]*確認待ち/);
    const confirmed = await post(`${path}/confirm`);
    equal([confirmed.status, confirmed.headers.get('location')], [303, `${path}?done=confirmed`]);
    assert.match(wordsOf(await page(`${path}?done=confirmed`)), /知らせの受取りを始めました/);
    assert.match(wordsOf(await page(path)), /受取り中/);
    nextMinute();
    const later = (await aGrantedCase(world)).label.number;
    await tell();
    await send();
    const mail = server.taken[1] ?? assert.fail('nobody was told');
    assert.match(mail.subject, new RegExp(`^公表：.*（${later}）$`));
    assert.match(mail.text, new RegExp(`/labels/${later}`));
    equal(pathIn(mail.text), path);
    const raw = mail.raw.replace(/\r\n[ \t]+/g, ' ');
    const end = /^List-Unsubscribe: <(https?:\/\/[^>]+)>\r?$/im.exec(raw)?.[1] ?? assert.fail(raw);
    equal(new URL(end).pathname, `${path}/end`);
    assert.match(raw, /^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r?$/im);
    assert.match(wordsOf(await page(path)), new RegExp(`公表 ${later}[\\s\\S]*届きました`));
    assert.match(await page(`${path}/end`), /<form method="post"/, 'opening the address changes nothing');
    equal(await count(), 1);
    const ended = await post(`${path}/end`);
    equal([ended.status, ended.headers.get('location')], [303, '/subscribe/ended']);
    assert.match(wordsOf(await page('/subscribe/ended')), /知らせの受取りをやめました/);
    equal(await count(), 0);
    equal((await post(`${path}/end`)).status, 404);
  });

  test('a mail program ends a subscription with one request from anywhere, and with nothing less than that', async () => {
    const { get, post, send, server, count } = await aSite(await open());
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    for (const kind of ['form', 'multipart'] as const) {
      await post('/en/subscribe', { channel: 'mail', address: `${kind}@example.jp` });
      await send();
      const path = pathIn(server.taken.at(-1)?.text ?? '').replace(/^\/en/, '');
      const sent = async (body: string, headers: Record<string, string>, to = '/end'): Promise<number> =>
        (await get(path + to, { method: 'POST', body, headers })).status;
      equal(await sent('', form), 403);
      equal(await sent('x=1', form), 403);
      equal(await sent(`${ONE_CLICK}&x=1`, form), 403);
      equal(await sent(ONE_CLICK, form, '/confirm'), 403);
      equal(await count(), 1);
      const part = '--b\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--b--\r\n';
      const multipart = { 'content-type': 'multipart/form-data; boundary=b', 'content-length': String(part.length) };
      equal(await (kind === 'form' ? sent(ONE_CLICK, form) : sent(part, multipart)), 200);
      equal(await count(), 0);
    }
  });

  test('nobody is told whether an address is known: the answers are the same to the letter', async () => {
    const { post, send, server, page } = await aSite(await open());
    const ask = async (address: string): Promise<string> => {
      const answer = await post('/subscribe', { channel: 'mail', address });
      return `${String(answer.status)} ${answer.headers.get('location') ?? ''} ${await answer.text()}`;
    };
    const fresh = await ask('known@example.jp');
    await send();
    await page(pathIn(server.taken[0]?.text ?? ''));
    await post(`${pathIn(server.taken[0]?.text ?? '')}/confirm`);
    equal(await ask('known@example.jp'), fresh);
    equal(await ask('unknown@example.jp'), fresh);
    await send();
    equal(server.taken.map(({ to, subject }) => [to[0], subject]).sort(), [
      ['known@example.jp', '知らせの受取りを確認してください'],
      ['known@example.jp', '知らせは受取り中です'],
      ['unknown@example.jp', '知らせの受取りを確認してください'],
    ]);
  });

  test('a webhook’s page shows its key for an hour, and what was sent; looking at it again asks for nothing', async () => {
    const { world, post, page, count } = await aSite(await open());
    const asked = { channel: 'webhook', address: 'https://hooks.example/in', type: 'router' };
    const made = await post('/subscribe', asked);
    equal(made.status, 303);
    const path = made.headers.get('location') ?? '';
    assert.match(path, /^\/subscriptions\/[\w-]{43}$/);
    const shown = await page(path);
    assert.match(shown, /<code>whsec_[A-Za-z0-9+/]{43}=<\/code>/);
    equal([await page(path), await count()], [shown, 1]);
    assert.match(wordsOf(shown), /確認待ち[\s\S]*確認の知らせ[\s\S]*送信待ち/);
    assert.doesNotMatch(shown, /\/confirm"/);
    const hooks = { post: () => Promise.resolve({ ok: false, error: { code: 'hook_refused', status: 503 } } as const) };
    const write = { write: wordNotice(world.deps), signal: new AbortController().signal };
    okOf(await sendNotices(world.deps, SYSTEM, { hooks }, write));
    assert.match(wordsOf(await page(`/en${path}`)), /Not taken: it answered 503\. Tried again after/);
    world.clock.set(world.deps.clock.now().add({ minutes: 60 }).toString());
    assert.doesNotMatch(await page(path), /whsec_/);
  });

  test('what cannot be an address is told with what was typed, and what cannot be followed is not found', async () => {
    const { world, post, get, count } = await aSite(await open());
    const wrong = [
      ['mail', 'nobody'],
      ['mail', ''],
      ['webhook', 'http://hooks.example/'],
      ['webhook', 'https://user:pass@hooks.example/'],
      ['webhook', 'http://localhost:8080/'],
      ['webhook', 'https://localhost/'],
      ['webhook', 'ftp://hooks.example/'],
      ['webhook', '"><script>'],
    ] as const;
    for (const [channel, address] of wrong) {
      const answer = await post('/subscribe', { channel, address });
      const text = await answer.text();
      equal(answer.status, 422, address);
      const words = channel === 'mail' ? 'メールアドレスとして読めません' : 'このアドレスには送れません';
      assert.match(text, /<title>エラー：/);
      assert.match(text, new RegExp(`data-error-summary[\\s\\S]*<a href="#${channel}-address">${words}[\\s\\S]*<h1>`));
      assert.match(
        text,
        new RegExp(`id="${channel}-address"[^>]*aria-describedby="[^"]*${channel}-address-error"[^>]*aria-invalid`),
      );
      assert.match(text, new RegExp(`id="${channel}-address-error"[\\s\\S]*${words}`));
      equal(text.match(/data-need="required"/g)?.length, 2);
      equal(text.match(/aria-invalid/g)?.length, 1);
      assert.doesNotMatch(text, /<script>/);
    }
    const webhook = { channel: 'webhook', address: 'https://hooks.example/in' };
    await post('/subscribe', webhook);
    await world.deps.db.pool.query('update subscriptions set confirmed_at = asked_at');
    const again = await post('/en/subscribe', webhook);
    equal(again.status, 409);
    assert.match(
      await again.text(),
      /<title>Error: [\s\S]*<a href="#webhook-address">This address is told of this already/,
    );
    await world.deps.db.pool.query('delete from subscriptions');
    for (const query of ['label=S1-26-99999-Z', 'maker=nobody', 'type=nothing']) {
      equal((await get(`/subscribe?${query}`)).status, 404, query);
      const sent = { ...Object.fromEntries(new URLSearchParams(query)), channel: 'mail', address: 'a@example.jp' };
      equal((await post('/subscribe', sent)).status, 404, query);
    }
    equal((await get(`/subscriptions/${'B'.repeat(43)}`)).status, 404);
    equal(await count(), 0);
  });
});
