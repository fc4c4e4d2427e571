import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aGrantedCase } from '../../../testing/builders/cases.ts';
import { eachDatabase } from '../../../testing/database.ts';
import { equal } from '../../../testing/equal.ts';
import { aPublicSite, wordsOf } from '../../../testing/public-site.ts';

eachDatabase((_kind, open) => {
  test('the page of open data leads to files and addresses that are all there, and home and every footer lead to it', async () => {
    const { world, get, page } = await aPublicSite(await open());
    await aGrantedCase(world);
    for (const prefix of ['', '/en']) {
      const text = await page(`${prefix}/data`);
      const addresses = [...text.matchAll(/href="(\/api\/v1\/[^"]+)"/g)].map(([, address = '']) => address);
      equal(addresses.length, 6);
      for (const address of addresses) equal((await get(address.replaceAll('&amp;', '&'))).status, 200, address);
      const commands = [...text.matchAll(/https:\/\/label\.example\.jp(\/api\/v1\/[^&<\s]+)/g)];
      assert.ok(commands.length >= 3);
      assert.match(wordsOf(text), /PDL1\.0/);
      const home = await page(`${prefix}/`);
      equal(home.split(`href="${prefix}/data"`).length, 3);
    }
  });
});
