import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CompiledQuery } from 'kysely';
import { pino } from 'pino';
import { aGrantedCase } from '../../../testing/builders/cases.ts';
import { SYSTEM } from '../../../testing/builders/world.ts';
import { eachDatabase } from '../../../testing/database.ts';
import { equal } from '../../../testing/equal.ts';
import { aPublicSite } from '../../../testing/public-site.ts';
import { publishDueLabels } from '../../app/label/publish-due-labels.ts';
import { webApp } from '../app.ts';

type LabelJson = {
  readonly status: Readonly<Record<string, unknown>>;
  readonly record: { readonly answers: Readonly<Record<string, unknown>>; readonly models: readonly unknown[] };
  readonly names: { readonly criteria: readonly unknown[] };
} & Readonly<Record<string, unknown>>;

eachDatabase((_kind, open) => {
  test('a label’s data says its status for a day and a zone, and when the calendar will change it', async () => {
    const { world, get } = await aPublicSite(await open());
    const { number } = (await aGrantedCase(world)).label;
    const read = async (): Promise<LabelJson> => (await (await get(`/labels/${number}.json`)).json()) as LabelJson;
    const label = await read();
    equal(label.status, {
      state: 'valid',
      isValid: true,
      on: '2026-04-01',
      zone: 'Asia/Tokyo',
      changesOn: '2028-04-01',
    });
    equal(label['validity'], { from: '2026-04-01', until: '2028-03-31', graceDays: 30, graceUntil: '2028-04-30' });
    equal(label['level'], { id: 's1', stars: 1, of: 4 });
    world.clock.set('2028-04-02T00:00:00Z');
    equal((await read()).status, {
      state: 'in_grace',
      isValid: false,
      on: '2028-04-02',
      zone: 'Asia/Tokyo',
      changesOn: '2028-05-01',
    });
    world.clock.set('2029-01-01T00:00:00Z');
    equal((await read()).status['changesOn'], null);
  });

  test('a label’s data holds the public record with names in both languages, and nothing confidential', async () => {
    const { world, get } = await aPublicSite(await open());
    const { label, application } = await aGrantedCase(world);
    const text = await (await get(`/labels/${label.number}.json`)).text();
    const { format, number, record, names, links } = JSON.parse(text) as LabelJson;
    assert.equal(format, 'shirushi-label/1');
    assert.equal(number, label.number);
    assert.equal(record.answers['product.name'], application.answers['product.name']);
    assert.equal(record.models.length, application.models.length);
    assert.equal(names.criteria.length, 16);
    equal((links as { page: unknown }).page, {
      ja: `https://label.example.jp/labels/${label.number}`,
      en: `https://label.example.jp/en/labels/${label.number}`,
    });
    for (const secret of [
      'vendor.contactName',
      'vendor.contactMail',
      'review.reviewer',
      'product.modelDifferences',
    ] as const) {
      assert.ok(!text.includes(String(application.answers[secret])), secret);
    }
    assert.ok(!text.includes('.txt'), 'no evidence file is named');
  });

  test('any site may read a label’s data, and is told when it last changed', async () => {
    const { world, get } = await aPublicSite(await open());
    const { number } = (await aGrantedCase(world)).label;
    world.clock.set('2026-06-09T23:30:00Z');
    const answer = await get(`/labels/${number}.json`);
    assert.equal(answer.headers.get('access-control-allow-origin'), '*');
    assert.equal(answer.headers.get('cross-origin-resource-policy'), 'cross-origin');
    assert.equal(answer.headers.get('last-modified'), 'Tue, 09 Jun 2026 15:00:00 GMT');
    assert.match(answer.headers.get('etag') ?? '', /^W\/"/);
    const since = { 'if-modified-since': 'Tue, 09 Jun 2026 15:00:00 GMT' };
    assert.equal((await get(`/labels/${number}.json`, { headers: since })).status, 304);
  });

  test('a label that is published while it is asked for is told with its place in the log', async () => {
    const db = await open();
    const { world } = await aPublicSite(db);
    const wishedOn = Temporal.PlainDate.from('2026-06-01');
    const { number } = (await aGrantedCase(world, { answers: { 'publication.wishedOn': wishedOn } })).label;
    world.clock.set('2026-06-01T00:00:00Z');
    const [lookedInLog, published] = [Promise.withResolvers<undefined>(), Promise.withResolvers<undefined>()];
    const executeQuery = async (query: CompiledQuery): Promise<unknown> => {
      if (query.sql.includes('from "labels"')) await published.promise;
      const answer = await db.kysely.executeQuery(query);
      if (query.sql.includes('public_log')) lookedInLog.resolve(undefined);
      return answer;
    };
    const kysely = new Proxy(db.kysely, {
      get: (target, name) => {
        const value: unknown = name === 'executeQuery' ? executeQuery : Reflect.get(target, name, target);
        return typeof value === 'function' ? (value.bind(target) as unknown) : value;
      },
    });
    const app = webApp({ deps: { ...world.deps, db: { ...db, kysely } }, log: pino({ level: 'silent' }) });
    const asked = app.request(`/labels/${number}.json`);
    await lookedInLog.promise;
    equal((await publishDueLabels(world.deps, SYSTEM)).published, 1);
    published.resolve(undefined);
    const { log } = (await (await asked).json()) as { readonly log: { readonly index: number } | null };
    equal(typeof log?.index, 'number');
  });

  test('machines are told in their own form that there is no such label (RFC 9457)', async () => {
    const { get } = await aPublicSite(await open());
    const answer = await get('/labels/S1-26-00001-A.json');
    assert.equal(answer.status, 404);
    assert.equal(answer.headers.get('content-type'), 'application/problem+json');
    const { code, status } = (await answer.json()) as Record<string, unknown>;
    equal({ code, status }, { code: 'no_such_label', status: 404 });
  });

  test('the list for machines says whether its count is exact', async () => {
    const { world, get } = await aPublicSite(await open());
    await aGrantedCase(world);
    await aGrantedCase(world);
    const list = (await (await get('/labels.json')).json()) as { total: unknown; labels: readonly unknown[] };
    equal(list.total, { count: 2, isExact: true });
    assert.equal(list.labels.length, 2);
  });
});
