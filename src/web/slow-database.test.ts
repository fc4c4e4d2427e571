import assert from 'node:assert/strict';
import { test } from 'node:test';
import { eachDatabase } from '../../testing/database.ts';
import { equal } from '../../testing/equal.ts';
import { aPublicSite } from '../../testing/public-site.ts';

const CONNECTIONS = 4;

eachDatabase((kind, open) => {
  // The embedded database has one connection and no time limits: nothing to run out of.
  if (kind === 'embedded') return;

  test('a page whose query takes too long is not shown now, and is when the query is quick again', async () => {
    const db = await open();
    const { get, logged } = await aPublicSite(db);
    const clients = await Promise.all(Array.from({ length: CONNECTIONS }, () => db.pool.connect()));
    for (const client of clients) await client.query('set statement_timeout = 200');
    const [holder, ...others] = clients;
    assert.ok(holder);
    for (const client of others) client.release();
    await holder.query('begin; lock table labels, label_search in access exclusive mode');
    const answer = await get('/en/search?q=camera');
    equal([answer.status, answer.headers.get('retry-after')], [503, '30']);
    assert.match(await answer.text(), /<h1>We cannot show this page just now<\/h1>/);
    assert.match(logged.join('\n'), /"trouble":"too_slow"/);
    await holder.query('rollback');
    holder.release();
    equal((await get('/en/search?q=camera')).status, 200);
  });

  test('a page for which no connection comes free is not shown now, and is when one does', async () => {
    const db = await open();
    const { get, logged } = await aPublicSite(db);
    const clients = await Promise.all(Array.from({ length: CONNECTIONS }, () => db.pool.connect()));
    const [answer, problem] = await Promise.all([get('/search?q=x'), get('/labels.json')]);
    equal([answer.status, problem.status], [503, 503]);
    assert.match(await answer.text(), /<h1>ただいま表示できません<\/h1>/);
    assert.match(logged.join('\n'), /"trouble":"no_answer"/);
    for (const client of clients) client.release();
    equal((await get('/search?q=x')).status, 200);
  });

  test('a page is not waited for in vain while the server says nothing, and is shown when it speaks again', async () => {
    const db = await open();
    const { get, logged } = await aPublicSite(db, { patience: 300 });
    const holder = await db.pool.connect();
    await holder.query('begin; lock table labels, label_search in access exclusive mode');
    const [answer, problem] = await Promise.all([get('/en/search?q=camera'), get('/labels.json')]);
    equal([answer.status, answer.headers.get('retry-after')], [503, '30']);
    assert.match(await answer.text(), /<h1>We cannot show this page just now<\/h1>/);
    equal([problem.status, ((await problem.json()) as { code: unknown }).code], [503, 'unavailable']);
    assert.match(logged.join('\n'), /"trouble":"no_answer"/);
    await holder.query('rollback');
    holder.release();
    equal((await get('/en/search?q=camera')).status, 200);
  });

  test('a bug is no trouble of the database: it stays a fault of ours', async () => {
    const db = await open();
    const { get } = await aPublicSite(db);
    await db.pool.query('alter table label_search rename to elsewhere');
    const answer = await get('/en/search?q=camera');
    equal([answer.status, answer.headers.get('retry-after')], [500, null]);
  });
});
