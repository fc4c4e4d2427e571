import { Hono, type Context } from 'hono';
import { sendOnce } from '../../app/access/send-once.ts';
import type { StoredEvidence } from '../../app/case/edit-case.ts';
import { exchangeFile } from '../../app/case/exchange-file.ts';
import { ok } from '../../core/kernel/result.ts';
import type { Fault } from '../parts/error-summary.ts';
import { HIDDEN_NAMES } from '../parts/form-hidden.ts';
import { refusalWords } from '../parts/refusal-words.ts';
import type { WebEnv } from '../web-setup.ts';
import { formKey } from '../workspace/form-key.ts';
import { sendAgainPage } from '../workspace/send-again-page.ts';
import { CASES } from './desk-places.ts';
import { backFrom, filePage, FILES } from './file-page.ts';
import { openDesk, type Desk, type OpenedDesk } from './open-desk.ts';
import { readSent } from './read-sent.ts';

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
  const key = formKey(form.get(HIDDEN_NAMES.idempotencyKey), base.deps);
  const back = backFrom(view, desk, form.get('item') ?? undefined);
  const led = await sendOnce(base.deps, { person: actor.person, key }, async () => {
    const { id, version } = desk.shown.row;
    if (seen === undefined) return { ok: false, error: { code: 'changed_meanwhile', version } } as const;
    const done = await exchangeFile(base.deps, actor, { id, name, sha256: seen, by });
    return done.ok ? ok(back) : done;
  });
  if (led.ok) return c.redirect(led.value, 303);
  return showFile(asking, form, [{ words: refusalWords(view, led.error).join(' ') }]);
}

async function replace(asking: Asking): Promise<Response> {
  const { c, base, opened } = asking;
  const { view } = opened;
  const { form, files, faults, isStale } = await readSent(c, base, view);
  if (isStale) return c.html(await sendAgainPage(view, undefined, { why: 'other-session' }), 403);
  const [file] = files;
  if (faults.length > 0) return showFile(asking, form, faults);
  if (file === undefined) return showFile(asking, form, [{ field: FILES, words: view.say('desk.file.missing') }]);
  return exchange(asking, form, file);
}

async function remove(asking: Asking): Promise<Response> {
  const { c, base, opened } = asking;
  const { form, isStale } = await readSent(c, base, opened.view);
  if (isStale) return c.html(await sendAgainPage(opened.view, undefined, { why: 'other-session' }), 403);
  return exchange(asking, form, undefined);
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
