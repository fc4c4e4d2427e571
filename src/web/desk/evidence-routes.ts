import { Hono, type Context } from 'hono';
import { placeEvidence, type PlacedEvidence } from '../../app/case/place-evidence.ts';
import { ok } from '../../core/kernel/result.ts';
import type { Fault } from '../parts/error-summary.ts';
import { refusalWords } from '../parts/refusal-words.ts';
import type { WebEnv } from '../web-setup.ts';
import { sentForm } from '../workspace/asking.ts';
import { tellingAt } from '../workspace/outcome.ts';
import { sendFormOnce } from '../workspace/send-form-once.ts';
import type { WorkspaceView } from '../workspace/signed-in.ts';
import { CASES, casePath } from './desk-places.ts';
import { evidencePage, PLACING } from './evidence-page.ts';
import { FILES } from '../uploads/files-field.ts';
import { openDesk, type Desk, type OpenedDesk } from './open-desk.ts';
import { readSent, type SentFiles } from '../uploads/read-sent.ts';
import { wantsJson } from './save-form.ts';
import { senderNow } from '../uploads/sender-now.ts';
import { tellAdded } from './tell-added.ts';

type Asking = { readonly c: Context<WebEnv>; readonly base: Desk; readonly opened: OpenedDesk };

/** Shows the page with the case as it is now: files of the same form may have been taken. */
async function showEvidence({ c, base }: Asking, faults: readonly Fault[]): Promise<Response> {
  const opened = await openDesk(c, base);
  if (opened instanceof Response) return opened;
  const { ids } = base.deps;
  const state = { faults, keys: { add: ids.uuid(), place: ids.uuid() } };
  return c.html(await evidencePage(opened.view, opened.desk, state), faults.length > 0 ? 422 : 200);
}

function closedFault({ say }: WorkspaceView, { name, criteria }: PlacedEvidence): Fault {
  return { field: FILES, words: say('desk.evidence.closed', { name, criteria }) };
}

/** What became of the one file a script sent. */
function placedWords({ say }: WorkspaceView, [placed]: readonly PlacedEvidence[]): string | undefined {
  if (placed === undefined) return undefined;
  const { criteria } = placed;
  return criteria.length === 0 ? say('desk.evidence.kept-waiting') : say('desk.evidence.kept', { criteria });
}

/** Takes the files of a form: those that can be kept are, whatever is wrong with the others. */
async function take(asking: Asking, view: WorkspaceView, sent: SentFiles): Promise<Response> {
  const { c, base, opened } = asking;
  const { row } = opened.desk.shown;
  const placed = await placeEvidence(base.deps, view.signedIn.actor, { id: row.id, files: sent.files });
  const refused: readonly Fault[] = placed.ok
    ? placed.value.filter(({ isClosed }) => isClosed).map((one) => closedFault(view, one))
    : [{ words: refusalWords(view, placed.error).join(' ') }];
  const taken = placed.ok ? placed.value.filter(({ isClosed }) => !isClosed) : [];
  const added = taken.length;
  const faults = [...sent.faults, ...refused];
  const isNothing = faults.length === 0 && taken.length === 0;
  const told = isNothing ? [{ field: FILES, words: view.say('desk.evidence.none') }] : faults;
  if (wantsJson(c)) {
    if (told.length > 0) return c.json({ words: told.map(({ words }) => words).join(' ') }, 422);
    tellAdded(c, added);
    return c.json({ words: placedWords(view, taken) });
  }
  if (told.length > 0) return showEvidence(asking, told);
  const place = casePath(view.language, row.application_number, 'evidence');
  return c.redirect(tellingAt(place, 'added', String(added)), 303);
}

async function addFiles(asking: Asking): Promise<Response> {
  const { c, base, opened } = asking;
  const sent = await readSent(c, base, opened.view);
  const view = await senderNow(c, base, opened.view, sent);
  return view instanceof Response ? view : take(asking, view, sent);
}

/** The criteria chosen for files, in a form of as many fields as it has. */
function chosenIn(form: URLSearchParams): readonly { readonly name: string; readonly criterion: string }[] {
  const names = [...form.keys()].flatMap((key) => (key.startsWith('file.') ? Number(key.slice('file.'.length)) : []));
  return names.flatMap((at) => {
    const [name, criterion] = [form.get(PLACING.name(at)), form.get(PLACING.criterion(at))];
    return name === null || criterion === null || criterion === '' ? [] : [{ name, criterion }];
  });
}

async function placeFiles(asking: Asking): Promise<Response> {
  const { c, base, opened } = asking;
  const { view, desk } = opened;
  const form = sentForm(c);
  const { id, application_number: number } = desk.shown.row;
  const chosen = chosenIn(form);
  if (chosen.length === 0) return showEvidence(asking, [{ words: view.say('desk.evidence.nothing-chosen') }]);
  const { actor } = view.signedIn;
  const led = await sendFormOnce(base.deps, actor, form, async () => {
    const placed = await placeEvidence(base.deps, actor, { id, chosen });
    if (!placed.ok) return placed;
    return ok(tellingAt(casePath(view.language, number, 'evidence'), 'placed', String(chosen.length)));
  });
  if (led.ok) return c.redirect(led.value, 303);
  return showEvidence(asking, [{ words: refusalWords(view, led.error).join(' ') }]);
}

/** The page on which many files are added at once. */
export function evidenceRoutes(base: Desk): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  for (const prefix of ['', '/en']) {
    const place = `${prefix}${CASES}/:number/evidence`;
    const at = (method: 'GET' | 'POST', path: string, answer: (asking: Asking) => Promise<Response>): void => {
      app.on(method, path, async (c) => {
        const opened = await openDesk(c, base);
        return opened instanceof Response ? opened : answer({ c, base, opened });
      });
    };
    at('GET', place, (asking) => showEvidence(asking, []));
    at('POST', place, addFiles);
    at('POST', `${place}/place`, placeFiles);
    app.get(`${place}/place`, (c) => c.redirect(c.req.path.slice(0, -'/place'.length), 303));
  }
  return app;
}
