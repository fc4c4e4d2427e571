import { Hono, type Context } from 'hono';
import type { StoredEvidence } from '../../app/case/edit-case.ts';
import { exchangeFile } from '../../app/case/exchange-file.ts';
import { ok } from '../../core/kernel/result.ts';
import type { Fault } from '../parts/error-summary.ts';
import { refusalWords } from '../parts/refusal-words.ts';
import type { WebEnv } from '../web-setup.ts';
import { tellingAt } from '../workspace/outcome.ts';
import { sendFormOnce } from '../workspace/send-form-once.ts';
import { CASES } from './desk-places.ts';
import { backFrom, filePage } from './file-page.ts';
import { FILES } from '../uploads/files-field.ts';
import { openDesk, type Desk, type OpenedDesk } from './open-desk.ts';
import { readSent } from '../uploads/read-sent.ts';
import { senderNow } from '../uploads/sender-now.ts';

type Asking = { readonly c: Context<WebEnv>; readonly base: Desk; readonly opened: OpenedDesk };

/** Shows the page of the file that was named; one the case does not have is not there. */
async function showFile(
  { c, base, opened }: Asking,
  asked: URLSearchParams,
  faults: readonly Fault[],
): Promise<Response> {
  const { view, desk, missing } = opened;
  const file = desk.shown.files.find(({ name }) => name === asked.get('name'));
  if (file === undefined) return missing();
  const keys = { replace: base.deps.ids.uuid(), remove: base.deps.ids.uuid() };
  const shown = { file, item: asked.get('item') ?? undefined, faults, keys };
  return c.html(await filePage(view, desk, shown), faults.length > 0 ? 422 : 200);
}

async function exchange(asking: Asking, form: URLSearchParams, by: StoredEvidence | undefined): Promise<Response> {
  const { c, base, opened } = asking;
  const { view, desk } = opened;
  const { actor } = view.signedIn;
  const name = form.get('name') ?? '';
  const seen = desk.shown.files.find(({ sha256 }) => sha256 === form.get('sha256'))?.sha256;
  const back = backFrom(view, desk, form.get('item') ?? undefined);
  const led = await sendFormOnce(base.deps, actor, form, async () => {
    const { id, version } = desk.shown.row;
    if (seen === undefined) return { ok: false, error: { code: 'changed_meanwhile', version } } as const;
    const done = await exchangeFile(base.deps, actor, { id, name, sha256: seen, by });
    if (!done.ok) return done;
    return ok(by === undefined ? tellingAt(back, 'removed', name) : tellingAt(back, 'replaced', name, by.name));
  });
  if (led.ok) return c.redirect(led.value, 303);
  return showFile(asking, form, [{ words: refusalWords(view, led.error).join(' ') }]);
}

async function replace(asking: Asking): Promise<Response> {
  const { c, base, opened } = asking;
  const sent = await readSent(c, base, opened.view);
  const view = await senderNow(c, base, opened.view, sent);
  if (view instanceof Response) return view;
  const now = { ...asking, opened: { ...opened, view } };
  const { form, files, faults } = sent;
  const [file] = files;
  if (faults.length > 0) return showFile(now, form, faults);
  if (file === undefined) return showFile(now, form, [{ field: FILES, words: view.say('desk.file.missing') }]);
  return exchange(now, form, file);
}

async function remove(asking: Asking): Promise<Response> {
  const { c, base, opened } = asking;
  const sent = await readSent(c, base, opened.view);
  const view = await senderNow(c, base, opened.view, sent);
  return view instanceof Response ? view : exchange({ ...asking, opened: { ...opened, view } }, sent.form, undefined);
}

/** The pages on which one file of a case is replaced or removed. */
export function fileRoutes(base: Desk): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  for (const prefix of ['', '/en']) {
    const place = `${prefix}${CASES}/:number/file`;
    const at = (method: 'GET' | 'POST', path: string, answer: (asking: Asking) => Promise<Response>): void => {
      app.on(method, path, async (c) => {
        const opened = await openDesk(c, base);
        return opened instanceof Response ? opened : answer({ c, base, opened });
      });
    };
    at('GET', place, (asking) => showFile(asking, new URL(asking.c.req.url).searchParams, []));
    at('POST', `${place}/replace`, replace);
    at('POST', `${place}/remove`, remove);
  }
  return app;
}
