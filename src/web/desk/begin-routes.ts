import { Hono, type Context } from 'hono';
import { beginCase } from '../../app/case/begin-case.ts';
import { importApplication } from '../../app/case/import-application.ts';
import { listCases, type CaseLine } from '../../app/case/list-cases.ts';
import { listGaps } from '../../app/case/list-gaps.ts';
import { listVendors } from '../../app/case/list-vendors.ts';
import { resolveCase } from '../../app/case/find-case.ts';
import { LARGEST_APPLICATION, readApplication, type ReadApplication } from '../../app/case/read-application.ts';
import { parseId, type CaseId, type OrganisationId } from '../../core/kernel/ids.ts';
import { legalDay } from '../../core/kernel/legal-day.ts';
import { findCriteriaSet } from '../../core/scheme/in-force.ts';
import { isOpen } from '../../core/scheme/scheme-calendar.ts';
import { message } from '../../i18n/message.ts';
import { HIDDEN_NAMES } from '../parts/form-hidden.ts';
import type { Fault } from '../parts/error-summary.ts';
import { refusalWords } from '../parts/refusal-words.ts';
import type { WebEnv } from '../web-setup.ts';
import { sentForm, signedIn, workspaceView } from '../workspace/asking.ts';
import { sendAgainPage } from '../workspace/send-again-page.ts';
import type { WorkspaceView } from '../workspace/signed-in.ts';
import { beginPage, TAKINGS, type BeginChoices } from './begin-page.ts';
import { APPLICATION_FILE, type SentFileState } from './continue-page.ts';
import { CASES, casePath, FROM_FILE } from './desk-places.ts';
import { gapFindings, unreadFindings } from './file-findings.ts';
import { fromFilePage } from './from-file-page.ts';
import type { Desk } from './open-desk.ts';
import { readSentFile, type SentFile } from '../uploads/read-sent-file.ts';

/** Applications a new one can start from: the newest, and the one asked for. */
async function earlierCases({ deps }: Desk, view: WorkspaceView, asked: string): Promise<readonly CaseLine[]> {
  const { actor } = view.signedIn;
  const newest = await listCases(deps, actor, { limit: 20 });
  if (asked === '' || newest.some(({ application_number: number }) => number === asked)) return newest;
  return [...newest, ...(await listCases(deps, actor, { number: asked, limit: 1 }))];
}

async function choicesFor(desk: Desk, view: WorkspaceView, form = new URLSearchParams()): Promise<BeginChoices> {
  const { deps } = desk;
  const { actor } = view.signedIn;
  const from = form.get('from') ?? '';
  const how = TAKINGS.find((one) => one === form.get('how')) ?? 'all';
  const { scheme } = deps.scheme;
  const today = legalDay(deps.clock.now(), scheme.zone);
  return {
    levels: scheme.levels
      .filter(({ id }) => isOpen(scheme, { level: id, productType: undefined, day: today }).ok)
      .map(({ id, name }) => ({ id, name: name[view.language] })),
    vendors: await listVendors(deps, actor),
    earlier: await earlierCases(desk, view, from),
    chosen: { from, how },
    key: deps.ids.uuid(),
  };
}

/** What a form that begins a case asks for, and what is missing in it. */
function readBegin(view: WorkspaceView, form: URLSearchParams) {
  const id = parseId<CaseId>(form.get(HIDDEN_NAMES.idempotencyKey) ?? '');
  const vendor = parseId<OrganisationId>(form.get('vendor') ?? '');
  const level = form.get('level') ?? '';
  const faults: Fault[] = [];
  if (!vendor.ok) faults.push({ field: 'vendor', words: view.say('desk.vendor.missing') });
  if (level === '') faults.push({ field: 'level', words: view.say('desk.level.missing') });
  if (!id.ok || !vendor.ok || faults.length > 0) return { faults, input: undefined };
  return { faults, input: { id: id.value, vendor: vendor.value, level } };
}

async function begin(c: Context<WebEnv>, desk: Desk): Promise<Response> {
  const view = workspaceView(c, desk.site);
  const form = sentForm(c);
  const { faults, input } = readBegin(view, form);
  if (input !== undefined) {
    const from = await resolveCase(desk.deps, form.get('from') ?? '');
    const isOtherSeries = form.get('how') === 'series';
    const begun = await beginCase(desk.deps, signedIn(c).actor, { ...input, from, isOtherSeries });
    if (begun.ok) return c.redirect(casePath(view.language, begun.value.applicationNumber), 303);
    faults.push({ words: refusalWords(view, begun.error).join(' ') });
  }
  return c.html(await beginPage(view, await choicesFor(desk, view, form), faults), 422);
}

type Refused = Omit<SentFileState, 'key'>;
type Begun = NonNullable<ReturnType<typeof readBegin>['input']>;

const faulty = (...faults: readonly Fault[]): Refused => ({ faults, findings: undefined });

/** Begins a case with what was read from a file; answers with its number, or with why it is not begun. */
async function beginWith(
  { deps }: Desk,
  view: WorkspaceView,
  { input, read }: { readonly input: Begun; readonly read: ReadApplication },
): Promise<string | Refused> {
  const { actor } = view.signedIn;
  const { application } = read;
  const gaps = await listGaps(deps, actor, { ...input, application, attached: new Set() });
  if (!gaps.ok) return faulty({ words: refusalWords(view, gaps.error).join(' ') });
  const { hindering } = gapFindings(read, gaps.value);
  if (hindering.findings.length > 0) return { faults: [], findings: hindering };
  const begun = await importApplication(deps, actor, { ...input, application, evidence: [], submit: false });
  return begun.ok ? begun.value.applicationNumber : faulty({ words: refusalWords(view, begun.error).join(' ') });
}

async function readAndBegin(
  desk: Desk,
  view: WorkspaceView,
  { form, file, isBroken }: SentFile,
): Promise<string | Refused> {
  const { faults, input } = readBegin(view, form);
  if (file === undefined || isBroken) {
    const words = view.say(isBroken ? 'desk.continue.broken' : 'desk.continue.file.missing');
    return faulty(...faults, { field: APPLICATION_FILE, words });
  }
  if (input === undefined) return faulty(...faults);
  const { level } = input;
  const { scheme } = desk.deps.scheme;
  const day = legalDay(desk.deps.clock.now(), scheme.zone);
  const set = findCriteriaSet(scheme, { level, productType: undefined, day });
  if (set === undefined) return faulty({ field: 'level', words: view.say('refusal.no_criteria_set', { level }) });
  const read = await readApplication({ ...file, formFor: () => ({ form: { scheme, set, words: message }, level }) });
  if (!read.ok) return { faults: [], findings: unreadFindings(read.error) };
  return beginWith(desk, view, { input, read: read.value });
}

async function beginFromFile(c: Context<WebEnv>, desk: Desk): Promise<Response> {
  const view = workspaceView(c, desk.site);
  const sent = await readSentFile(c, desk.deps, { most: LARGEST_APPLICATION });
  if (sent.isStale) return c.html(await sendAgainPage(view, undefined, { why: 'other-session' }), 403);
  const done = await readAndBegin(desk, view, sent);
  if (typeof done === 'string') return c.redirect(`${casePath(view.language, done)}?done=continued`, 303);
  return c.html(await fromFilePage(view, await choicesFor(desk, view), done), 422);
}

/** The pages on which an application is begun. */
export function beginRoutes(desk: Desk): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  for (const prefix of ['', '/en']) {
    app.post(`${prefix}${CASES}`, (c) => begin(c, desk));
    app.get(`${prefix}${CASES}/new`, async (c) => {
      const view = workspaceView(c, desk.site);
      const asked = new URL(c.req.url).searchParams;
      return c.html(await beginPage(view, await choicesFor(desk, view, asked), []));
    });
    app.get(`${prefix}${FROM_FILE}`, async (c) => {
      const view = workspaceView(c, desk.site);
      return c.html(await fromFilePage(view, await choicesFor(desk, view), faulty()));
    });
    app.post(`${prefix}${FROM_FILE}`, (c) => beginFromFile(c, desk));
  }
  return app;
}
