import assert from 'node:assert/strict';
import { test } from 'node:test';
import { eachDatabase } from '../../../testing/database.ts';
import { aPublicSite } from '../../../testing/public-site.ts';
import { WORKSPACE_SCRIPT, WORKSPACE_STYLESHEET } from './workspace-assets.ts';

/** The most each file may weigh over the wire, in bytes. */
const MOST = { stylesheet: 40 * 1024, script: 8 * 1024 } as const;

eachDatabase((_kind, open) => {
  test('the style sheet of signed-in pages weighs at most 40 KB over the wire, their script 8 KB', async () => {
    const { get } = await aPublicSite(await open());
    for (const [asset, most] of [
      [WORKSPACE_STYLESHEET, MOST.stylesheet],
      [WORKSPACE_SCRIPT, MOST.script],
    ] as const) {
      const sent = await get(asset.path, { headers: { 'accept-encoding': 'gzip' } });
      assert.equal(sent.status, 200);
      const weight = (await sent.arrayBuffer()).byteLength;
      assert.ok(weight > 100 && weight <= most, `${asset.path} weighs ${weight} bytes`);
      assert.equal(await (await get(asset.path)).text(), asset.text);
    }
  });

  test('both are kept for good under an address made of their content, and nothing else is there', async () => {
    const { get } = await aPublicSite(await open());
    for (const { path, type } of [WORKSPACE_STYLESHEET, WORKSPACE_SCRIPT]) {
      const { headers } = await get(path);
      assert.equal(headers.get('cache-control'), 'public, max-age=31536000, immutable');
      assert.equal(headers.get('content-type'), type);
      assert.equal(headers.get('x-content-type-options'), 'nosniff');
      assert.match(path, /^\/assets\/workspace-[0-9a-f]{16}\.(css|js)$/);
      assert.equal((await get(path.replace(/[0-9a-f]{16}/, '0'.repeat(16)))).status, 404);
    }
  });

  test('the style sheet loads nothing else and knows each design token it uses', () => {
    const { text } = WORKSPACE_STYLESHEET;
    assert.doesNotMatch(text, /url\(|@import/);
    const defined = new Set(Array.from(text.matchAll(/(--[\w-]+):/g), ([, name]) => name));
    for (const [, name = ''] of text.matchAll(/var\((--[\w-]+)/g)) assert.ok(defined.has(name), name);
  });
});
