import { Hono, type Context } from 'hono';
import type { CaseRefusal } from '../../app/case/case-refusal.ts';
import { listCases } from '../../app/case/list-cases.ts';
import { readCaseHistory } from '../../app/case/read-case-history.ts';
import { readReceipt } from '../../app/case/read-receipt.ts';
import { requestProvisionalNumber } from '../../app/case/request-provisional-number.ts';
import { submitCase } from '../../app/case/submit-case.ts';
import { sha256Of } from '../../app/sha256.ts';
import { authorize, caseSubject } from '../../core/access/authorize.ts';
import { isOpenToEdits } from '../../core/case/case-lifecycle.ts';
import { draftMarks } from '../../core/case/part-marks.ts';
import { legalDay } from '../../core/kernel/legal-day.ts';
import { ok, type Result } from '../../core/kernel/result.ts';
import { writeChecklist } from '../../formats/checklist-workbook/write-checklist.ts';
import { pathIn } from '../language.ts';
import { refusalWords } from '../parts/refusal-words.ts';
import type { Site } from '../view.ts';
import type { WebEnv, WebSetup } from '../web-setup.ts';
import { sentForm, signedIn, workspaceView } from '../workspace/asking.ts';
import { outcomes, tellingAt } from '../workspace/outcome.ts';
import { sendFormOnce } from '../workspace/send-form-once.ts';
import { answersPage } from './answers-page.ts';
import { beginRoutes } from './begin-routes.ts';
import { casePage } from './case-page.ts';
import { casesPage, LISTED_CASES } from './cases-page.ts';
import { continueRoutes } from './continue-routes.ts';
import { CASES, casePath } from './desk-places.ts';
import { carryOverRoutes } from './carry-over-routes.ts';
import { evidenceRoutes } from './evidence-routes.ts';
import { fileRoutes } from './file-routes.ts';
import { formRoutes } from './form-routes.ts';
import { modelsFileRoutes } from './models-file-routes.ts';
import { openDesk, type Desk, type OpenedDesk } from './open-desk.ts';
import type { DeskOutcome } from './outcome-notice.ts';
import { receiptPage } from './receipt-page.ts';
import { sendArtwork } from './send-artwork.ts';

async function showCase(c: Context<WebEnv>, desk: Desk): Promise<Response> {
  const opened = await openDesk(c, desk);
  if (opened instanceof Response) return opened;
  const { view, desk: shown } = opened;
  const history = await readCaseHistory(desk.deps, view.signedIn.actor, shown.shown.row.id);
  const steps = history.ok ? history.value : [];
  const today = legalDay(desk.deps.clock.now(), shown.form.scheme.zone);
  return c.html(await casePage(view, { desk: shown, steps, key: desk.deps.ids.uuid(), today }));
}

async function showAnswers(c: Context<WebEnv>, desk: Desk, refusal?: string): Promise<Response> {
  const opened = await openDesk(c, desk);
  if (opened instanceof Response) return opened;
  const { view, desk: shown } = opened;
  const maySubmit = authorize(view.signedIn.actor, 'case.submit', caseSubject(shown.shown.row)).ok;
  const isAllOpen = c.req.query('show') === 'all';
  const state = { key: desk.deps.ids.uuid(), maySubmit, refusal, isAllOpen };
  return c.html(await answersPage(view, shown, state), refusal === undefined ? 200 : 422);
}

/** Does what a form of the case asks for, once however often it is sent, and goes on from there. */
async function doOnce<T>(
  c: Context<WebEnv>,
  desk: Desk,
  act: (opened: OpenedDesk) => Promise<Result<T, CaseRefusal>>,
  placeOf: (ofCase: (...below: readonly string[]) => string) => string,
): Promise<Response> {
  const opened = await openDesk(c, desk);
  if (opened instanceof Response) return opened;
  const { view, desk: shown } = opened;
  const led = await sendFormOnce(desk.deps, view.signedIn.actor, sentForm(c), async () => {
    const done = await act(opened);
    const ofCase = (...below: readonly string[]): string =>
      casePath(view.language, shown.shown.row.application_number, ...below);
    return done.ok ? ok(placeOf(ofCase)) : done;
  });
  return led.ok ? c.redirect(led.value, 303) : showAnswers(c, desk, refusalWords(view, led.error).join(' '));
}

function submit(c: Context<WebEnv>, desk: Desk): Promise<Response> {
  const version = Number(sentForm(c).get('version'));
  const act = ({ view, desk: { shown } }: OpenedDesk) =>
    submitCase(desk.deps, view.signedIn.actor, { id: shown.row.id, version });
  return doOnce(c, desk, act, (ofCase) => ofCase('receipt'));
}

function askProvisional(c: Context<WebEnv>, desk: Desk): Promise<Response> {
  const act = ({ view, desk: { shown } }: OpenedDesk) =>
    requestProvisionalNumber(desk.deps, view.signedIn.actor, { id: shown.row.id });
  return doOnce(c, desk, act, (ofCase) => tellingAt(ofCase(), 'provisional' satisfies DeskOutcome));
}

async function showReceipt(c: Context<WebEnv>, desk: Desk): Promise<Response> {
  const opened = await openDesk(c, desk);
  if (opened instanceof Response) return opened;
  const { view, desk: shown, missing } = opened;
  const receipt = await readReceipt(desk.deps, view.signedIn.actor, shown.shown.row.id);
  return receipt.ok ? c.html(await receiptPage(view, shown, receipt.value)) : missing();
}

async function sendWorkbook(c: Context<WebEnv>, desk: Desk): Promise<Response> {
  const opened = await openDesk(c, desk);
  if (opened instanceof Response) return opened;
  const { view, desk: shown } = opened;
  const { application, row } = shown.shown;
  const today = legalDay(desk.deps.clock.now(), shown.form.scheme.zone);
  const marking = { draft: row.application_number, version: row.version, sha256: sha256Of };
  const marks = isOpenToEdits(row.state) ? draftMarks(application, marking) : undefined;
  const bytes = await writeChecklist({ form: shown.form, language: view.language, today, application, marks });
  c.header('content-disposition', `attachment; filename="${row.application_number}.xlsx"`);
  return c.body(Buffer.from(bytes), 200, {
    'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  });
}

/** The vendor's and the agent's desk: applications from the first answer to the receipt, and what became of them. */
export function deskRoutes({ deps }: Pick<WebSetup, 'deps'>, site: Site): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  const desk: Desk = { deps, site };
  for (const prefix of ['', '/en']) app.use(`${prefix}${CASES}/*`, outcomes);
  app
    .route('/', beginRoutes(desk))
    .route('/', continueRoutes(desk))
    .route('/', fileRoutes(desk))
    .route('/', evidenceRoutes(desk))
    .route('/', carryOverRoutes(desk));
  for (const prefix of ['', '/en']) {
    const cases = `${prefix}${CASES}`;
    app.get(cases, async (c) => {
      const list = await listCases(deps, signedIn(c).actor, { limit: LISTED_CASES + 1 });
      return c.html(await casesPage(workspaceView(c, site), list));
    });
    app.get(`${cases}/:number`, (c) => showCase(c, desk));
    app.get(`${cases}/:number/answers`, (c) => showAnswers(c, desk));
    app.post(`${cases}/:number/submit`, (c) => submit(c, desk));
    app.get(`${cases}/:number/submit`, (c) =>
      c.redirect(pathIn(workspaceView(c, site).language, `${CASES}/${c.req.param('number')}/answers`), 303),
    );
    app.get(`${cases}/:number/receipt`, (c) => showReceipt(c, desk));
    app.get(`${cases}/:number/workbook`, (c) => sendWorkbook(c, desk));
    app.get(`${cases}/:number/artwork`, (c) => sendArtwork(c, desk));
    app.post(`${cases}/:number/provisional`, (c) => askProvisional(c, desk));
  }
  app.route('/', modelsFileRoutes(desk));
  app.route('/', formRoutes(desk));
  return app;
}
