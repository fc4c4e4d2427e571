import { Hono, type Context } from 'hono';
import { compareBrought, continueCase, type Continuation } from '../../app/case/continue-case.ts';
import { listGapsInCase } from '../../app/case/list-gaps.ts';
import { LARGEST_APPLICATION, readApplication, type ReadApplication } from '../../app/case/read-application.ts';
import { isOpenToEdits } from '../../core/case/case-lifecycle.ts';
import { ok } from '../../core/kernel/result.ts';
import type { Fault } from '../parts/error-summary.ts';
import { refusalWords } from '../parts/refusal-words.ts';
import { tellingAt } from '../workspace/outcome.ts';
import { sendFormOnce } from '../workspace/send-form-once.ts';
import type { WebEnv } from '../web-setup.ts';
import { sentForm } from '../workspace/asking.ts';
import { sendAgainPage } from '../workspace/send-again-page.ts';
import { chosenSide, CHOICE, readCarried, type CarriedFile } from './continue-form.ts';
import { APPLICATION_FILE, continuePage, type SentFileState } from './continue-page.ts';
import { continueReviewPage, type ContinueReview } from './continue-review-page.ts';
import { CASES, casePath } from './desk-places.ts';
import { gapFindings, noteSentences, unreadFindings } from './file-findings.ts';
import { openDesk, type Desk, type OpenedDesk } from './open-desk.ts';
import { placedQuestion } from './part-words.ts';
import { readSentFile } from '../uploads/read-sent-file.ts';

type Asking = { readonly c: Context<WebEnv>; readonly base: Desk; readonly opened: OpenedDesk };

/** The case, for whoever may still change it; a closed one leads to its page. */
async function openToContinue(c: Context<WebEnv>, base: Desk): Promise<Asking | Response> {
  const opened = await openDesk(c, base);
  if (opened instanceof Response) return opened;
  const { row } = opened.desk.shown;
  if (c.req.method === 'GET' && !isOpenToEdits(row.state)) {
    return c.redirect(casePath(opened.view.language, row.application_number), 303);
  }
  return { c, base, opened };
}

async function askForFile({ c, base, opened }: Asking, state: Omit<SentFileState, 'key'>): Promise<Response> {
  const isRefused = state.faults.length > 0 || state.findings !== undefined;
  const page = await continuePage(opened.view, opened.desk, { ...state, key: base.deps.ids.uuid() });
  return c.html(page, isRefused ? 422 : 200);
}

async function showReview(
  { c, base, opened }: Asking,
  review: Omit<ContinueReview, 'key'>,
  status: 200 | 409 | 422,
): Promise<Response> {
  const page = await continueReviewPage(opened.view, opened.desk, { ...review, key: base.deps.ids.uuid() });
  return c.html(page, status);
}

/** Holds a file that was read against its case. */
async function reviewRead(asking: Asking, read: ReadApplication, file: string): Promise<Response> {
  const { base, opened } = asking;
  const { view, desk } = opened;
  const { actor } = view.signedIn;
  const { id } = desk.shown.row;
  const { application, marks } = read;
  const attached = new Set(desk.shown.files.map(({ name }) => name));
  const gaps = await listGapsInCase(base.deps, actor, { id, application, attached });
  const compared = await compareBrought(base.deps, actor, { id, brought: { application, marks } });
  const refusal = gaps.ok ? compared : gaps;
  if (!gaps.ok || !compared.ok) {
    const words = refusal.ok ? '' : refusalWords(view, refusal.error).join(' ');
    return askForFile(asking, { faults: [{ words }], findings: undefined });
  }
  const { hindering, open } = gapFindings(read, gaps.value);
  if (hindering.findings.length > 0) return askForFile(asking, { faults: [], findings: hindering });
  const carried = { brought: { application, marks }, version: compared.value.version, file };
  const told = { open, notes: noteSentences(view, read), faults: [], chosen: new URLSearchParams() };
  return showReview(asking, { ...told, carried, continuation: compared.value }, 200);
}

async function takeFile(asking: Asking): Promise<Response> {
  const { c, opened } = asking;
  const { view, desk } = opened;
  const { file, isBroken, isStale } = await readSentFile(c, asking.base.deps, { most: LARGEST_APPLICATION });
  if (isStale) return c.html(await sendAgainPage(view, undefined, { why: 'other-session' }), 403);
  if (file === undefined || isBroken) {
    const words = view.say(isBroken ? 'desk.continue.broken' : 'desk.continue.file.missing');
    return askForFile(asking, { faults: [{ field: APPLICATION_FILE, words }], findings: undefined });
  }
  const level = desk.shown.row.level;
  const read = await readApplication({ ...file, formFor: () => ({ form: desk.form, level }) });
  if (!read.ok) return askForFile(asking, { faults: [], findings: unreadFindings(read.error) });
  return reviewRead(asking, read.value, file.name);
}

/** What both sides changed and nobody has chosen for yet. */
function unchosen({ opened }: Asking, { parts }: Continuation, form: URLSearchParams): readonly Fault[] {
  const { view, desk } = opened;
  const open = parts.filter(({ fate, name }) => fate === 'asked' && chosenSide(form, name) === undefined);
  return open.map(({ part, name }) => {
    const label = placedQuestion(view, desk, part);
    return { field: CHOICE.part(name), words: view.say('desk.continue.choose', { label }) };
  });
}

type Deciding = { readonly carried: CarriedFile; readonly continuation: Continuation; readonly form: URLSearchParams };

async function takeOver(asking: Asking, { carried, continuation, form }: Deciding): Promise<Response> {
  const { c, base, opened } = asking;
  const { view, desk } = opened;
  const { id, application_number: number } = desk.shown.row;
  const names = continuation.parts.map(({ name }) => name);
  const taken = new Set(names.filter((name) => chosenSide(form, name) === 'file'));
  const { brought, version, file } = carried;
  const { actor } = view.signedIn;
  const done = await sendFormOnce(base.deps, actor, form, async () => {
    const continued = await continueCase(base.deps, actor, { id, brought, version, taken, from: file });
    return continued.ok ? ok(tellingAt(casePath(view.language, number), 'continued')) : continued;
  });
  if (done.ok) return c.redirect(done.value, 303);
  const faults = [{ words: refusalWords(view, done.error).join(' ') }];
  const carriedNow = { ...carried, version: continuation.version };
  const told = { open: undefined, notes: [], faults, chosen: form };
  return showReview(asking, { ...told, carried: carriedNow, continuation }, 409);
}

async function decide(asking: Asking): Promise<Response> {
  const { c, base, opened } = asking;
  const { view, desk } = opened;
  const form = sentForm(c);
  const carried = readCarried(desk, form);
  const startAgain = (words: string): Promise<Response> =>
    askForFile(asking, { faults: [{ field: APPLICATION_FILE, words }], findings: undefined });
  if (carried === undefined) return startAgain(view.say('desk.continue.file.missing'));
  const { id } = desk.shown.row;
  const compared = await compareBrought(base.deps, view.signedIn.actor, { id, brought: carried.brought });
  if (!compared.ok) return startAgain(refusalWords(view, compared.error).join(' '));
  const continuation = compared.value;
  const faults = unchosen(asking, continuation, form);
  if (faults.length === 0) return takeOver(asking, { carried, continuation, form });
  const told = { open: undefined, notes: [], faults, chosen: form };
  return showReview(asking, { ...told, carried, continuation }, 422);
}

/** The pages on which a checklist that was worked on in Excel comes back into its case. */
export function continueRoutes(base: Desk): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  for (const prefix of ['', '/en']) {
    const place = `${prefix}${CASES}/:number/continue`;
    const at = (path: string, answer: (asking: Asking) => Promise<Response>, method: 'GET' | 'POST'): void => {
      app.on(method, path, async (c) => {
        const asking = await openToContinue(c, base);
        return asking instanceof Response ? asking : answer(asking);
      });
    };
    at(place, (asking) => askForFile(asking, { faults: [], findings: undefined }), 'GET');
    at(place, takeFile, 'POST');
    at(`${place}/take`, decide, 'POST');
    at(`${place}/take`, (asking) => askForFile(asking, { faults: [], findings: undefined }), 'GET');
  }
  return app;
}
