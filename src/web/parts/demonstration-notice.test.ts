import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aGrantedCase } from '../../../testing/builders/cases.ts';
import { eachDatabase } from '../../../testing/database.ts';
import { equal } from '../../../testing/equal.ts';
import { aPublicSite } from '../../../testing/public-site.ts';

const NOTICE = /<span lang="ja">デモ・架空のデータ<\/span\s*><span lang="en">Demonstration, invented data<\/span/;

eachDatabase((kind, open) => {
  test('every page of a demonstration says before its content, in both languages, that all is invented', async () => {
    const { world, get } = await aPublicSite(await open(), { isDemonstration: true });
    const { number } = (await aGrantedCase(world)).label;
    const label = `/labels/${number}`;
    for (const path of ['/', '/search?q=x', '/terms', '/accessibility', label, `${label}/declaration`, '/nothing']) {
      for (const prefix of ['', '/en']) {
        const page = await (await get(prefix + path)).text();
        const notice = NOTICE.exec(page)?.index ?? Number.POSITIVE_INFINITY;
        assert.ok(notice < page.indexOf('<main'), prefix + path);
        assert.match(page, prefix === '' ? /公式の登録簿ではありません/ : /not an official register/);
        assert.match(page, /<title>(【デモ】|\[Demonstration\] )/);
        assert.match(page, /<meta name="robots" content="noindex" \/>/);
      }
    }
  });

  test('a demonstration does not claim to have sent a mail, and a real register does', async () => {
    const said = async (isDemonstration: boolean): Promise<readonly string[]> => {
      const { page } = await aPublicSite(await open(), { isDemonstration });
      return [await page('/subscribe'), await page('/subscribe/asked'), await page('/en/subscribe/asked')];
    };
    for (const text of await said(true)) assert.match(text, /デモでは、メールは送られません|sends no mail/);
    for (const text of await said(false)) assert.doesNotMatch(text, /デモでは|sends no mail/);
  });

  test('the pages of a real register say nothing of a demonstration', async () => {
    const { page } = await aPublicSite(await open());
    const pages = [await page('/'), await page('/en/')];
    equal(
      pages.map((text) => /デモ|Demonstration|demonstration-notice__words"|noindex/.test(text)),
      [false, false],
    );
  });
});
