import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { serveForBrowser, useBrowser, WITHOUT_BROWSER, withPage } from '../testing/browser.ts';
import { Desk } from '../testing/desk.ts';
import { equal } from '../testing/equal.ts';

const file = (name: string, size = 10) => ({ name, mimeType: 'application/pdf', buffer: Buffer.alloc(size, 'x') });

const until = async (holds: () => boolean): Promise<void> => {
  for (let tries = 0; !holds(); tries += 1) {
    assert.ok(tries < 200, 'waited in vain');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};

describe('the script of signed-in pages', { skip: WITHOUT_BROWSER }, () => {
  const browser = useBrowser();
  let desk = new Desk();
  let site = '';
  let close = (): void => undefined;

  before(async () => {
    if (WITHOUT_BROWSER !== false) return;
    const served = await serveForBrowser((request) => desk.app.fetch(request));
    ({ address: site, close } = served);
  });

  after(() => close());

  const at = async (path: string, use: (page: Page) => Promise<void>): Promise<void> => {
    desk = new Desk();
    await withPage(browser(), { address: site + path }, use);
  };

  test('a text says how much is left, and takes more than fits', async () => {
    await at('/draft', async (page) => {
      await page.getByText('20 characters left').waitFor();
      await page.getByRole('textbox', { name: 'Text' }).fill('x'.repeat(25));
      await page.getByText('5 characters too many').waitFor();
      assert.equal((await page.getByRole('textbox', { name: 'Text' }).inputValue()).length, 25);
    });
  });

  test('what is typed is saved when its field is left, without the key of the sending; the version that comes back is sent next', async () => {
    await at('/draft', async (page) => {
      await page.getByRole('textbox', { name: 'Text' }).fill('first');
      await page.keyboard.press('Tab');
      await page.getByText('Saved at 12:34').waitFor();
      equal(desk.arrived, [{ act: 'save', fields: { csrf: 'c', version: '7', text: 'first' } }]);
      await page.getByRole('textbox', { name: 'Text' }).fill('second');
      await page.getByRole('button', { name: 'Send' }).click();
      await page.getByRole('heading', { name: 'Working' }).waitFor();
      const sent = desk.arrived.at(-1);
      equal(sent, { act: 'send', fields: { csrf: 'c', idempotency_key: 'k', version: '8', text: 'second' } });
    });
  });

  test('what is typed is saved soon after the last keystroke even if the field is not left', async () => {
    await at('/draft', async (page) => {
      await page.getByRole('textbox', { name: 'Text' }).pressSequentially('abc');
      await page.getByText('Saved at 12:34').waitFor();
      equal(
        desk.arrived.map(({ fields }) => fields['text']),
        ['abc'],
      );
    });
  });

  test('a saving that fails is told and tried again until it succeeds; nothing typed is lost', async () => {
    await at('/draft', async (page) => {
      desk.answers.push(() => new Response('broken', { status: 500 }));
      await page.getByRole('textbox', { name: 'Text' }).fill('kept');
      await page.keyboard.press('Tab');
      await page.getByText('Not saved yet.').waitFor();
      await page.getByText('Saved at 12:34').waitFor();
      // the page of another test may have saved its text as it closed
      const own = desk.arrived.flatMap(({ fields }) => (fields['text'] === 'kept' ? ['kept'] : []));
      equal(own, ['kept', 'kept']);
      assert.equal(await page.getByRole('textbox', { name: 'Text' }).inputValue(), 'kept');
    });
  });

  test('who was signed out meanwhile is told so and keeps what was typed; other refusals are told in the words of the server', async () => {
    await at('/draft', async (page) => {
      desk.answers.push(() => Response.redirect(`${site}/work`, 303));
      await page.getByRole('textbox', { name: 'Text' }).fill('kept');
      await page.keyboard.press('Tab');
      await page.getByText('You have been signed out.').waitFor();
      assert.match(page.url(), /\/draft$/);
      desk.answers.push(() => Response.json({ words: 'Sato changed this text at 12:30.' }, { status: 409 }));
      await page.getByText('Sato changed this text at 12:30.').waitFor();
      assert.equal(await page.getByRole('textbox', { name: 'Text' }).inputValue(), 'kept');
    });
  });

  test('sending waits for the saving that is under way, so that nobody meets oneself as another editor', async () => {
    await at('/draft', async (page) => {
      let release = (): void => undefined;
      const held = new Promise<void>((resolve) => (release = resolve));
      desk.answers.push(() => held.then(() => Response.json({ at: '12:34', fields: { version: '8' } })));
      await page.getByRole('textbox', { name: 'Text' }).fill('text');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await until(() => desk.arrived.length === 1);
      await new Promise((resolve) => setTimeout(resolve, 300));
      equal(
        desk.arrived.map(({ act }) => act),
        ['save'],
      );
      release();
      await page.getByRole('heading', { name: 'Working' }).waitFor();
      equal(
        desk.arrived.map(({ act, fields }) => `${act} ${fields['version']}`),
        ['save 7', 'send 8'],
      );
    });
  });

  test('each file is sent by itself under a key of its own, and the page then shows what is kept', async () => {
    await at('/files', async (page) => {
      await page.getByLabel('Evidence').setInputFiles([file('a.pdf'), file('b.pdf', 2000)]);
      await page.locator('#kept', { hasText: 'b.pdf:2000' }).waitFor();
      equal(
        desk.arrived.map(({ fields }) => fields['evidence']),
        ['a.pdf:10', 'b.pdf:2000'],
      );
      const keys = new Set(desk.arrived.map(({ fields }) => fields['idempotency_key']));
      assert.equal(keys.size, 2);
      assert.ok(!keys.has('k'));
    });
  });

  test('a file that did not get through says why and is sent again under the same key; the form waits for it and then goes on', async () => {
    await at('/files', async (page) => {
      desk.answers.push(
        () => Response.json({ words: 'The store is busy.' }, { status: 503 }),
        () => new Response('', { status: 503 }),
      );
      await page.getByLabel('Evidence').setInputFiles([file('a.pdf')]);
      await page.getByText('The store is busy.').waitFor();
      await page.getByRole('button', { name: 'Send again' }).click();
      await page.getByText('Could not be sent').waitFor();
      await page.getByRole('button', { name: 'Send', exact: true }).click();
      await until(() => desk.arrived.length === 4);
      const [first, second, third, sent] = desk.arrived.map(({ fields }) => fields['idempotency_key']);
      equal([second, third, sent], [first, first, 'k']);
    });
  });

  test('a file refused for what it is is not offered to be sent again, and stays told until its sender has seen to it', async () => {
    await at('/files', async (page) => {
      const refuse = (words: string) => desk.answers.push(() => Response.json({ words }, { status: 422 }));
      refuse('Not a PDF.');
      refuse('Still not a PDF.');
      refuse('Not a picture.');
      for (const name of ['a.pdf', 'a.pdf', 'b.png']) {
        const count = desk.arrived.length;
        await page.getByLabel('Evidence').setInputFiles([file(name)]);
        await until(() => desk.arrived.length === count + 1);
      }
      const rows = page.locator('[data-state="refused"]');
      await page.getByText('Not a picture.').waitFor();
      const told = ['a.pdf Still not a PDF. Hide this', 'b.png Not a picture. Hide this'];
      equal(await rows.allInnerTexts(), told);
      await page.reload();
      await rows.first().waitFor();
      equal(await rows.allInnerTexts(), told);
      equal(await page.getByRole('button', { name: 'Send again' }).count(), 0);
      await page.getByLabel('Evidence').setInputFiles([file('a.pdf')]);
      await page.locator('#kept', { hasText: 'a.pdf:10' }).first().waitFor();
      await page.getByText('Still not a PDF.').waitFor({ state: 'detached' });
      await rows.first().waitFor();
      await page.getByRole('button', { name: 'Hide this' }).click();
      await page.reload();
      equal(await rows.count(), 0);
    });
  });

  test('a file refused for what it is does not hold up the form', async () => {
    await at('/files', async (page) => {
      desk.answers.push(() => Response.json({ words: 'Not a PDF.' }, { status: 422 }));
      await page.getByLabel('Evidence').setInputFiles([file('a.pdf')]);
      await page.getByText('Not a PDF.').waitFor();
      await page.getByRole('button', { name: 'Send', exact: true }).click();
      await until(() => desk.arrived.length === 2);
      equal(desk.arrived[1]?.fields['idempotency_key'], 'k');
    });
  });

  test('files can be dropped on their field', async () => {
    await at('/files', async (page) => {
      await page.getByText('or drop files here').waitFor();
      await page.evaluate(`(() => {
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File(['dropped'], 'd.txt'));
        const zone = document.querySelector('[data-drop]');
        zone.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
      })()`);
      await page.locator('#kept', { hasText: 'd.txt:7' }).waitFor();
    });
  });

  test('long work shows how far it is and ends by itself', async () => {
    await at('/work', async (page) => {
      await page.getByText('1 of 3 done').waitFor();
      assert.equal(await page.getByRole('progressbar', { name: 'N' }).getAttribute('value'), '1');
      await page.getByRole('heading', { name: 'Over' }).waitFor();
    });
  });
});
