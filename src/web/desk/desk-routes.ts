import { Hono, type Context } from 'hono';
import { listCases } from '../../app/case/list-cases.ts';
import { readCaseHistory } from '../../app/case/read-case-history.ts';
import { readReceipt } from '../../app/case/read-receipt.ts';
import { requestProvisionalNumber } from '../../app/case/request-provisional-number.ts';
import { submitCase } from '../../app/case/submit-case.ts';
import { sha256Of } from '../../app/sha256.ts';
import { authorize } from '../../core/access/authorize.ts';
import { isOpenToEdits } from '../../core/case/case-lifecycle.ts';
import { draftMarks } from '../../core/case/part-marks.ts';
import { legalDay } from '../../core/kernel/legal-day.ts';
import { writeChecklist } from '../../formats/checklist-workbook/write-checklist.ts';
import { pathIn } from '../language.ts';
import { refusalWords } from '../parts/refusal-words.ts';
import type { Site } from '../view.ts';
import type { WebEnv, WebSetup } from '../web-setup.ts';
import { sentForm, signedIn, workspaceView } from '../workspace/asking.ts';
import { answersPage } from './answers-page.ts';
import { beginRoutes } from './begin-routes.ts';
import { casePage } from './case-page.ts';
import { casesPage, LISTED_CASES } from './cases-page.ts';
import { continueRoutes } from './continue-routes.ts';
import { CASES, casePath } from './desk-places.ts';
import { formRoutes } from './form-routes.ts';
import { openDesk, type Desk } from './open-desk.ts';
import { receiptPage } from './receipt-page.ts';

/** What somebody has just done before they come to the page of a case. */
const OUTCOMES = ['saved', 'continued'] as const;

async function showCase(c: Context<WebEnv>, desk: Desk): Promise<Response> {
  const opened = await openDesk(c, desk);
  if (opened instanceof Response) return opened;
  const { view, desk: shown } = opened;
  const history = await readCaseHistory(desk.deps, view.signedIn.actor, shown.shown.row.id);
  const steps = history.ok ? history.value : [];
  const outcome = OUTCOMES.find((one) => one === c.req.query('done'));
  const done = outcome === undefined ? undefined : view.say(`desk.${outcome}`);
  return c.html(await casePage(view, { desk: shown, steps, key: desk.deps.ids.uuid() }, done));
}

async function showAnswers(c: Context<WebEnv>, desk: Desk, refusal?: string): Promise<Response> {
  const opened = await openDesk(c, desk);
  if (opened instanceof Response) return opened;
  const { view, desk: shown } = opened;
  const maySubmit = authorize(view.signedIn.actor, 'case.submit', { owner: shown.shown.row.vendor }).ok;
  const state = { key: desk.deps.ids.uuid(), maySubmit, refusal };
  return c.html(await answersPage(view, shown, state), refusal === undefined ? 200 : 422);
}

async function submit(c: Context<WebEnv>, desk: Desk): Promise<Response> {
  const opened = await openDesk(c, desk);
  if (opened instanceof Response) return opened;
  const { view, desk: shown } = opened;
  const { row } = shown.shown;
  const receipt = casePath(view.language, row.application_number, 'receipt');
  // sent twice, or by going back: what was submitted is submitted
  if (row.state === 'submitted') return c.redirect(receipt, 303);
  const version = Number(sentForm(c).get('version'));
  const sent = await submitCase(desk.deps, view.signedIn.actor, { id: row.id, version });
  return sent.ok ? c.redirect(receipt, 303) : showAnswers(c, desk, refusalWords(view, sent.error).join(' '));
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

async function askProvisional(c: Context<WebEnv>, desk: Desk): Promise<Response> {
  const opened = await openDesk(c, desk);
  if (opened instanceof Response) return opened;
  const { view, desk: shown } = opened;
  const { id, application_number: number } = shown.shown.row;
  const asked = await requestProvisionalNumber(desk.deps, view.signedIn.actor, { id });
  if (asked.ok) return c.redirect(casePath(view.language, number), 303);
  return showAnswers(c, desk, refusalWords(view, asked.error).join(' '));
}

/** The vendor's and the agent's desk: applications from the first answer to the receipt, and what became of them. */
export function deskRoutes({ deps }: Pick<WebSetup, 'deps'>, site: Site): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  const desk: Desk = { deps, site };
  app.route('/', beginRoutes(desk)).route('/', continueRoutes(desk));
  for (const prefix of ['', '/en']) {
    const cases = `${prefix}${CASES}`;
    app.get(cases, async (c) => {
      const list = await listCases(deps, signedIn(c).actor, { limit: LISTED_CASES });
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
    app.post(`${cases}/:number/provisional`, (c) => askProvisional(c, desk));
  }
  app.route('/', formRoutes(desk));
  return app;
}
