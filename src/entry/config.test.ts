import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { equal } from '../../testing/equal.ts';
import { scratchDirectory } from '../../testing/scratch.ts';
import { atPort, readConfig } from './config.ts';

test('a wrong setting is named with what it was, a wrong database address without its password', () => {
  const environment = { PORT: '99999', DATABASE_URL: 'postgres://shirushi:se cret@db/shirushi' };
  const read = readConfig({ environment, options: {} });
  assert.ok(!read.ok);
  equal(
    read.error.map(({ variable, value }) => [variable, value]),
    [
      ['PORT', '99999'],
      ['DATABASE_URL', '…'],
    ],
  );
});

test('the public address is one that paths can be put behind', () => {
  const faultsOf = (address: string): readonly string[] => {
    const read = readConfig({ environment: { BASE_URL: address }, options: {} });
    return read.ok ? [read.value.baseUrl] : read.error.map(({ variable }) => variable);
  };
  equal(faultsOf('https://label.example.jp/register//'), ['https://label.example.jp/register']);
  for (const wrong of [
    'ftp://x',
    'https://x/?a=1',
    'https://x/?',
    'https://x/#a',
    'https://me:secret@x/',
    'x',
    'https://a b/',
  ]) {
    equal(faultsOf(wrong), ['BASE_URL'], wrong);
  }
});

test('a public address that was not given follows the port, also the one that was taken when any would do', () => {
  const addressAt = (environment: Readonly<Record<string, string>>, options = {}): string => {
    const read = readConfig({ environment, options });
    assert.ok(read.ok);
    return atPort(read.value, 40_123).baseUrl;
  };
  equal(addressAt({ PORT: '0' }), 'http://localhost:40123');
  equal(addressAt({}, { port: '0' }), 'http://localhost:40123');
  equal(addressAt({ PORT: '8081' }), 'http://localhost:8081');
  equal(addressAt({ PORT: '0', BASE_URL: 'https://label.example.jp/r' }), 'https://label.example.jp/r');
  equal(addressAt({ PORT: '0', BASE_URL: 'http://box.local:0' }), 'http://box.local:40123');
});

test('a copy as files is made where a folder is named, and leads to the program where that is elsewhere', () => {
  const of = (environment: Readonly<Record<string, string>>): unknown => {
    const read = readConfig({ environment, options: {} });
    return read.ok ? read.value.staticExport : read.error.map(({ variable }) => variable);
  };
  equal(of({}), undefined);
  equal(of({ STATIC_EXPORT: '/srv/copy' }), { folder: '/srv/copy', live: undefined });
  const live = 'https://app.example.jp';
  equal(of({ STATIC_EXPORT: '/srv/copy', STATIC_EXPORT_LIVE: `${live}/` }), { folder: '/srv/copy', live });
  equal(of({ STATIC_EXPORT_LIVE: 'app' }), ['STATIC_EXPORT_LIVE']);
});

test('witnesses are configured by key and address, and a log key is not taken for a witness', () => {
  const of = (WITNESSES: string): unknown => {
    const read = readConfig({ environment: { WITNESSES }, options: {} });
    return read.ok ? read.value.witnesses : read.error.map(({ variable }) => variable);
  };
  const key = 'remora.n621.de+da77ade7+BOvN63jn/bLvkieywe8R6UYAtVtNbZpXh34x7onlmtw2';
  equal(of(''), []);
  equal(of(`${key} https://w.example/, ${key}  http://localhost:1`), [
    { key, address: 'https://w.example' },
    { key, address: 'http://localhost:1' },
  ]);
  const log = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW https://w.example';
  for (const wrong of [key, 'https://w.example', `${key} ftp://x`, `${key} https://x more`, log, ',']) {
    equal(of(wrong), ['WITNESSES'], wrong);
  }
});

test('an OpenID provider is configured whole or not at all, its issuer to the letter', () => {
  const secret = join(scratchDirectory(), 'secret');
  writeFileSync(secret, 'geheim\n');
  const openidOf = (environment: Record<string, string>, options = {}): unknown => {
    const read = readConfig({ environment, options });
    return read.ok ? read.value.openid : read.error.map(({ variable }) => variable);
  };
  const whole = {
    OPENID_ISSUER: 'https://gbiz-id.go.jp/oauth/',
    OPENID_CLIENT_ID: 'shirushi',
    OPENID_CLIENT_SECRET_FILE: secret,
  };
  equal(openidOf({}), undefined);
  equal(openidOf(whole), { issuer: 'https://gbiz-id.go.jp/oauth/', clientId: 'shirushi', clientSecret: 'geheim' });
  equal(openidOf(whole, { demo: true }), undefined);
  equal(openidOf({ OPENID_ISSUER: whole.OPENID_ISSUER }), ['OPENID_CLIENT_ID', 'OPENID_CLIENT_SECRET_FILE']);
  equal(openidOf({ ...whole, OPENID_CLIENT_SECRET_FILE: `${secret}-missing` }), ['OPENID_CLIENT_SECRET_FILE']);
  for (const wrong of ['http://gbiz-id.go.jp/oauth/', 'gbiz-id.go.jp', 'https://x/?a', 'file:///etc/passwd']) {
    equal(openidOf({ ...whole, OPENID_ISSUER: wrong }), ['OPENID_ISSUER'], wrong);
  }
});

test('a mail server is configured with the address mails come from, and its password is not repeated', () => {
  const mailOf = (environment: Record<string, string>, options = {}): unknown => {
    const read = readConfig({ environment, options });
    return read.ok ? read.value.mail : read.error.map(({ variable, value }) => `${variable}=${value}`);
  };
  const whole = { SMTP_URL: 'smtps://shirushi:geheim@mail.example.jp:465', MAIL_FROM: 'label@example.jp' };
  equal(mailOf({}), undefined);
  equal(mailOf(whole), { url: whole.SMTP_URL, from: whole.MAIL_FROM });
  equal(mailOf(whole, { demo: true }), undefined);
  equal(mailOf({ SMTP_URL: whole.SMTP_URL }), ['MAIL_FROM=']);
  for (const wrong of ['https://x', 'smtp://a b', 'mail.example.jp', 'smtps://x/?pool=true', 'smtps://x/#a']) {
    equal(
      mailOf({ ...whole, SMTP_URL: wrong })
        ?.toString()
        .split(',')[0],
      'SMTP_URL=…',
      wrong,
    );
  }
  for (const wrong of ['label', 'label@example.jp, b@example.jp', '<label@example.jp>', 'a@b']) {
    equal(mailOf({ ...whole, MAIL_FROM: wrong }), [`MAIL_FROM=${wrong}`], wrong);
  }
});

test('the application id of the register of corporate numbers has thirteen letters and digits; none is fine', () => {
  const idOf = (text: string, options = {}): unknown => {
    const read = readConfig({ environment: { CORPORATE_NUMBER_APP_ID: text }, options });
    return read.ok ? read.value.corporateNumberAppId : read.error.map(({ variable }) => variable);
  };
  equal([idOf(''), idOf('Ktest01test01')], [undefined, 'Ktest01test01']);
  equal(idOf('Ktest01test01', { demo: true }), undefined);
  for (const wrong of ['Ktest01test0', 'Ktest01test012', 'Ktest01test0/']) {
    equal(idOf(wrong), ['CORPORATE_NUMBER_APP_ID'], wrong);
  }
});

test('clamd is reached over a socket named by its whole path or over a port; the demonstration plays its own', () => {
  const clamdOf = (text: string, options = {}): unknown => {
    const read = readConfig({ environment: { CLAMD: text }, options });
    return read.ok ? read.value.clamd : read.error.map(({ variable }) => variable);
  };
  equal(clamdOf(''), undefined);
  equal(clamdOf('/run/clamav/clamd.ctl'), { path: '/run/clamav/clamd.ctl' });
  equal(clamdOf('scanner.example.jp:3310'), { host: 'scanner.example.jp', port: 3310 });
  equal(clamdOf('[::1]:3310'), { host: '::1', port: 3310 });
  equal(clamdOf('/run/clamav/clamd.ctl', { demo: true }), undefined);
  for (const wrong of [
    'clamd.ctl',
    'localhost',
    'localhost:0',
    'localhost:70000',
    'tcp://localhost:3310',
    '::1:3310',
  ]) {
    equal(clamdOf(wrong), ['CLAMD'], wrong);
  }
});
