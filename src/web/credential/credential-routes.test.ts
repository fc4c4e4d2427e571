import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aGrantedCase } from '../../../testing/builders/cases.ts';
import { okOf, SYSTEM } from '../../../testing/builders/world.ts';
import { eachDatabase } from '../../../testing/database.ts';
import { equal } from '../../../testing/equal.ts';
import { TEST_TOOLS } from '../../../testing/log-in-memory.ts';
import { aPublicSite, wordsOf } from '../../../testing/public-site.ts';
import { makeCredentials } from '../../app/credential/make-credentials.ts';
import { rotateKey } from '../../app/credential/rotate-key.ts';
import { refused } from '../../core/kernel/result.ts';
import { isProven, verifyCredential } from '../../verify/index.ts';

const NEVER = new AbortController().signal;

eachDatabase((_kind, open) => {
  test('what the site gives is all an outsider needs to verify a label’s credential', async () => {
    const { world, get, page } = await aPublicSite(await open());
    const { label } = await aGrantedCase(world);
    const path = `/labels/${label.number}/credential`;
    const early = await get(path);
    equal(
      [early.status, early.headers.get('retry-after'), early.headers.get('cache-control')],
      [503, '30', 'no-store'],
    );
    assert.match(wordsOf(await early.text()), /まだ署名していません/);

    okOf(await makeCredentials(world.deps, NEVER));
    const answer = await get(path);
    equal(answer.headers.get('content-type'), 'application/vc+jwt');
    equal(answer.headers.get('content-disposition'), `inline; filename="${label.number}.vc.jwt"`);
    equal(answer.headers.get('access-control-allow-origin'), '*');
    const read = async (asked: string): Promise<string> => (await get(asked)).text();
    const lists = [await read('/status/revocation/0'), await read('/status/suspension/0')];
    const now = world.clock.now().epochMilliseconds / 1000;
    const expected = { issuer: await read('/issuer'), lists, now, number: label.number };
    const { steps, credential } = await verifyCredential(await answer.text(), expected, TEST_TOOLS);
    assert.ok(isProven(steps) && steps.every(({ outcome }) => outcome === 'ok'), JSON.stringify(steps));
    equal(credential?.statusPaths, ['/status/revocation/0', '/status/suspension/0']);

    const data = JSON.parse(await read(`/labels/${label.number}.json`)) as Record<string, unknown>;
    equal(data['credential'], `https://label.example.jp${path}`);
    const api = await get(`/api/v1${path}`);
    equal([api.headers.get('content-type'), await api.text()], ['application/vc+jwt', await read(path)]);
    assert.match(await page(`/labels/${label.number}`), new RegExp(`href="${path}">どこにも問い合わせずに`));
    assert.match(await page(`/en/labels/${label.number}`), new RegExp(`href="${path}">This label as a file`));
    const typed = label.number.toLowerCase().replaceAll('-', '');
    const moved = await get(`/labels/${typed}/credential`);
    equal([moved.status, moved.headers.get('location')], [308, path]);
  });

  test('a label that is not there, or not public yet, has no credential', async () => {
    const { world, get } = await aPublicSite(await open());
    const { label } = await aGrantedCase(world, {
      answers: { 'publication.wishedOn': world.today().add({ months: 2 }) },
    });
    okOf(await makeCredentials(world.deps, NEVER));
    for (const base of ['', '/api/v1']) {
      for (const number of [label.number, 'S1-26-99999-0'])
        equal((await get(`${base}/labels/${number}/credential`)).status, 404, number);
    }
  });

  test('the issuer shows every key it had, and the status lists may be kept for five minutes', async () => {
    const { world, get } = await aPublicSite(await open());
    world.clock.advance({ hours: 1 });
    const { before, key } = okOf(await rotateKey(world.deps, SYSTEM));
    const issuer = await get('/issuer');
    equal(issuer.headers.get('content-type'), 'application/cid');
    const { id, verificationMethod, assertionMethod } = (await issuer.json()) as {
      id: string;
      verificationMethod: readonly Record<string, unknown>[];
      assertionMethod: unknown;
    };
    equal([id, assertionMethod], ['https://label.example.jp/issuer', [before, key]]);
    equal(
      verificationMethod.map(({ usedFrom, usedUntil }) => [usedFrom, usedUntil]),
      [
        ['2026-04-01T01:00:00Z', '2026-04-01T02:00:00Z'],
        ['2026-04-01T02:00:00Z', undefined],
      ],
    );
    const keys = await get('/.well-known/jwks.json');
    equal(keys.headers.get('content-type'), 'application/jwk-set+json');
    assert.doesNotMatch(await keys.text(), /"d"/, 'a secret');

    const list = await get('/status/suspension/0');
    equal(list.headers.get('cache-control'), 'public, max-age=300');
    const etag = list.headers.get('etag') ?? '';
    equal((await get('/status/suspension/0', { headers: { 'if-none-match': etag } })).status, 304);
    for (const none of ['/status/suspension/1', '/status/suspension/00', '/status/suspension/x', '/status/other/0'])
      equal((await get(none)).status, 404, none);
  });

  test('a key that cannot be used is told to the operator, and to readers that they may come again', async () => {
    const { world, get, logged } = await aPublicSite(await open());
    const broken = refused({ code: 'issuer_key_unusable', place: 'slot 1', trouble: 'unplugged' } as const);
    Object.assign(world.deps.issuerKeys, { open: () => Promise.resolve(broken) });
    equal((await get('/status/revocation/0')).status, 503);
    assert.match(logged.join('\n'), /slot 1: unplugged/);
  });

  test('the terms of a credential are defined where it says: none of its members is without a meaning', async () => {
    const { world, get } = await aPublicSite(await open());
    const { label } = await aGrantedCase(world);
    okOf(await makeCredentials(world.deps, NEVER));
    const answer = await get('/credentials/v1');
    equal(answer.headers.get('content-type'), 'application/ld+json');
    const { '@context': terms } = (await answer.json()) as { '@context': Record<string, unknown> };
    const [, payload = ''] = (await (await get(`/labels/${label.number}/credential`)).text()).split('.');
    const said = JSON.parse(Buffer.from(payload, 'base64url').toString()) as Record<string, unknown>;
    const own = [
      ...Object.keys(said['credentialSubject'] as object),
      'iat',
      'logIndex',
      'LabelCredential',
      'LabelledProduct',
    ];
    for (const term of own) assert.ok(['id', 'type'].includes(term) || term in terms, term);
  });
});
