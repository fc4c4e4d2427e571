import assert from 'node:assert/strict';
import { test } from 'node:test';
import { equal } from '../../testing/equal.ts';
import { mailServer } from '../../testing/mail-server.ts';
import { smtpMailer } from './smtp-mailer.ts';

const MAIL = {
  id: '01990000-0000-7000-8000-000000000001',
  to: 'eguchi@example.jp',
  subject: '申請を受領しました / Application received JA-26-00001',
  text: '申請を受領しました。\n.\n髙橋 𠮟\n',
};

test('a mail arrives whole, under the id it always has, and says that a program wrote it', async () => {
  const server = await mailServer();
  const mailer = smtpMailer({ url: server.url, from: 'label@example.jp' });
  equal(await mailer.send(MAIL), { ok: true, value: true });
  await server.close();
  const [taken] = server.taken;
  assert.ok(taken !== undefined && server.taken.length === 1);
  equal([taken.from, taken.to], ['label@example.jp', ['eguchi@example.jp']]);
  assert.equal(taken.subject, MAIL.subject);
  assert.equal(taken.text, MAIL.text);
  assert.match(taken.raw, /^Message-ID: <01990000-0000-7000-8000-000000000001@example\.jp>\r?$/im);
  assert.match(taken.raw, /^Auto-Submitted: auto-generated\r?$/im);
});

test('a mail refused for good is told from one not taken just now, and neither tells address or password', async () => {
  const server = await mailServer({ password: 'geheim' });
  const at = (userinfo: string): string => server.url.replace('smtp://', `smtp://${userinfo}@`);
  const send = (url: string, to: string) => smtpMailer({ url, from: 'label@example.jp' }).send({ ...MAIL, to });
  equal(await send(at('shirushi:geheim'), 'eguchi@example.jp'), { ok: true, value: true });
  const outcomes = [
    await send(at('shirushi:geheim'), 'nobody@example.jp'),
    await send(at('shirushi:geheim'), 'later@example.jp'),
    await send(at('shirushi:wrong'), 'eguchi@example.jp'),
  ];
  await server.close();
  const gone = await send(server.url, 'eguchi@example.jp');
  equal(
    [...outcomes, gone].map((outcome) => (outcome.ok ? 'sent' : `${outcome.error.code}: ${outcome.error.detail}`)),
    [
      'mail_refused: EENVELOPE 550',
      'mail_not_taken: EENVELOPE 450',
      'mail_not_taken: EAUTH 535',
      'mail_not_taken: ESOCKET',
    ],
  );
});

test('an address cannot bring further recipients or headers with it', async () => {
  const server = await mailServer();
  const mailer = smtpMailer({ url: server.url, from: 'label@example.jp' });
  await mailer.send({ ...MAIL, to: 'a@example.jp, b@example.jp' });
  await mailer.send({ ...MAIL, to: 'a@example.jp\r\nBcc: c@example.jp' });
  await mailer.send({ ...MAIL, subject: '件名\r\nBcc: d@example.jp' });
  await server.close();
  const reached = server.taken.flatMap(({ to }) => to);
  for (const address of ['b@example.jp', 'c@example.jp', 'd@example.jp'])
    assert.ok(!reached.includes(address), address);
  for (const { raw } of server.taken) assert.doesNotMatch(raw, /^Bcc:/im);
});
