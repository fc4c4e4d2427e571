import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aGrantedCase } from '../../../testing/builders/cases.ts';
import { openEmbeddedCopy } from '../../../testing/embedded-template.ts';
import { equal } from '../../../testing/equal.ts';
import { aPublicSite } from '../../../testing/public-site.ts';

test('where no mail goes out, nobody is asked for a mail address, nor told that a mail is on its way', async () => {
  const db = await openEmbeddedCopy();
  const { world, page, get } = await aPublicSite(db, { sendsMail: false });
  const { number } = (await aGrantedCase(world)).label;
  const text = await page(`/subscribe?label=${number}`);
  assert.match(text, /このサーバーはメールを送りません/);
  assert.doesNotMatch(text, /name="channel" value="mail"/);
  assert.match(text, /name="channel" value="webhook"/);
  const body = new URLSearchParams({ label: number, channel: 'mail', address: 'reader@example.jp' });
  const headers = { 'content-type': 'application/x-www-form-urlencoded', origin: world.deps.baseUrl };
  const sent = await get('/subscribe', { method: 'POST', headers, body: body.toString() });
  equal(sent.status, 409);
  assert.match(await sent.text(), /このサーバーはメールを送りません/);
  const { rows } = await db.pool.query('select from subscriptions');
  equal(rows.length, 0);
  await db.close();
});
