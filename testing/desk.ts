import { Hono, type Context } from 'hono';
import { message, type MessageKey, type MessageParam } from '../src/i18n/message.ts';
import { fileField } from '../src/web/parts/file-field.ts';
import { html, type Html } from '../src/web/parts/html.ts';
import { postForm } from '../src/web/parts/post-form.ts';
import { progressBar } from '../src/web/parts/progress-bar.ts';
import type { Reader } from '../src/web/parts/reader.ts';
import { textArea } from '../src/web/parts/text-area.ts';
import { readStyles } from '../src/web/styles.ts';
import type { WebEnv } from '../src/web/web-setup.ts';
import { workspaceHeaders } from '../src/web/workspace/workspace-headers.ts';
import { assetRoutes } from '../src/web/assets/asset-routes.ts';
import { WORKSPACE_SCRIPT } from '../src/web/assets/workspace-assets.ts';

const english = {
  language: 'en',
  say: (key: MessageKey, params?: Readonly<Record<string, MessageParam>>) => message('en', key, params),
} as unknown as Reader;

/** What reached the server: which form, under which key, with what in it. */
type Arrived = { readonly act: string; readonly fields: Readonly<Record<string, string>> };

/** A desk with a draft, files and long work: it notes what arrives and answers as a test tells it to. */
export class Desk {
  readonly arrived: Arrived[] = [];
  /** What saving and uploading answer next; success when nothing is told. */
  readonly answers: (() => Response | Promise<Response>)[] = [];
  done = 0;

  readonly app = new Hono<WebEnv>()
    .route('/', assetRoutes())
    .use(workspaceHeaders({ styles: readStyles() }))
    .get('/draft', (c) => this.#page(c, this.#draft()))
    .get('/files', (c) => this.#page(c, this.#files()))
    .get('/work', (c) => this.#page(c, this.#work()))
    .get('/work.json', (c) => c.json({ done: ++this.done, of: 3, isOver: this.done >= 3 }))
    .post('/draft', async (c) => {
      this.#note('send', await c.req.parseBody());
      return c.redirect('/work', 303);
    })
    .post('/draft/save', async (c) => {
      this.#note('save', await c.req.parseBody());
      return (await this.answers.shift()?.()) ?? c.json({ at: '12:34', fields: { version: '8' } });
    })
    .post('/files', async (c) => {
      this.#note('upload', await c.req.parseBody());
      return (await this.answers.shift()?.()) ?? c.json({});
    });

  #note(act: string, body: Readonly<Record<string, string | File>>): void {
    const entries = Object.entries(body).map(([name, value]) => [
      name,
      typeof value === 'string' ? value : `${value.name}:${value.size}`,
    ]);
    this.arrived.push({ act, fields: Object.fromEntries(entries) as Record<string, string> });
  }

  async #page(c: Context<WebEnv>, body: Html): Promise<Response> {
    const script = html`<script type="module" src="${WORKSPACE_SCRIPT.path}"></script>`;
    return c.html(
      await html`<!doctype html>
        <html lang="en">
          <title>Desk</title
          >${script}
          <main>${body}</main>
        </html>`,
    );
  }

  readonly #hidden = { csrf: 'c', idempotencyKey: 'k', more: { version: '7' } };

  #draft(): Html {
    const field = textArea(english, { name: 'text', label: 'Text', most: 20 });
    const form = { action: '/draft', hidden: this.#hidden, autosave: '/draft/save' };
    return postForm(english, form, html`${field}<button>Send</button>`);
  }

  #files(): Html {
    const kept = this.arrived.map(({ fields }) => html`<li>${fields['evidence']}</li>`);
    const form = { action: '/files', hidden: this.#hidden, files: 'as-chosen' } as const;
    const field = fileField(english, { name: 'evidence', label: 'Evidence' });
    return html`${postForm(english, form, html`${field}<button>Send</button>`)}
      <ul id="kept">
        ${kept}
      </ul>`;
  }

  #work(): Html {
    return html`<h1>${this.done >= 3 ? 'Over' : 'Working'}</h1>
      ${progressBar(english, { id: 'p', name: 'N', done: this.done, of: 3, ask: '/work.json' })}`;
  }
}
