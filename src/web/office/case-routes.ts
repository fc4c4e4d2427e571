import type { Context, Hono } from 'hono';
import { addNote } from '../../app/case/add-note.ts';
import { assignCase } from '../../app/case/assign-case.ts';
import type { CaseRefusal } from '../../app/case/case-refusal.ts';
import { compareCase, type ComparedWith } from '../../app/case/compare-case.ts';
import { exportCase } from '../../app/case/export-case.ts';
import { readWarnings } from '../../app/case/read-warnings.ts';
import { readCaseHistory } from '../../app/case/read-case-history.ts';
import { parseId, type PersonId } from '../../core/kernel/ids.ts';
import { ok, type Result } from '../../core/kernel/result.ts';
import type { Fault } from '../parts/error-summary.ts';
import { refusalWords } from '../parts/refusal-words.ts';
import type { WebEnv } from '../web-setup.ts';
import { sentForm, signedIn } from '../workspace/asking.ts';
import { attachmentHeaders } from './attachment-headers.ts';
import { comparePage } from './compare-page.ts';
import { warningsSection } from './warnings-section.ts';
import { sendFormOnce } from '../workspace/send-form-once.ts';
import { historyPage } from './history-page.ts';
import { absent, openOfficeCase, type Office, type OpenedCase } from './office.ts';
import { officeCasePath } from './office-places.ts';
import { overviewPage } from './overview-page.ts';

/** What an overview tells of a form that was not taken. */
type NotTaken = { readonly faults: readonly Fault[]; readonly typedNote: string };

async function answerOverview(
  c: Context<WebEnv>,
  { deps }: Office,
  { view, found }: OpenedCase,
  { faults, typedNote }: NotTaken = { faults: [], typedNote: '' },
): Promise<Response> {
  const warnings = await readWarnings(deps, signedIn(c).actor, found);
  const page = await overviewPage(view, found, {
    newKey: () => deps.ids.uuid(),
    done: c.req.query('done'),
    faults,
    typedNote,
    warnings: warnings.ok ? warningsSection(view, warnings.value) : '',
  });
  return c.html(page, faults.length === 0 ? 200 : 422);
}

/** Does what a form of the overview asks for, once, and leads back to it; or shows it again with what is to be mended. */
async function sendFromOverview(
  c: Context<WebEnv>,
  office: Office,
  opened: OpenedCase,
  sent: {
    readonly done: string;
    readonly field?: string;
    readonly act: (key: string) => Promise<Result<unknown, CaseRefusal>>;
  },
): Promise<Response> {
  const { deps } = office;
  const form = sentForm(c);
  const led = await sendFormOnce(deps, signedIn(c).actor, form, async (key) => {
    const done = await sent.act(key);
    return done.ok ? ok(`${officeCasePath(opened.view.language, opened.number)}?done=${sent.done}`) : done;
  });
  if (led.ok) return c.redirect(led.value, 303);
  const now = await openOfficeCase(c, office);
  if (now instanceof Response) return now;
  const faults = refusalWords(now.view, led.error).map((words) => ({ field: sent.field, words }));
  return answerOverview(c, office, now, { faults, typedNote: form.get('note') ?? '' });
}

/** What an address asks to compare with; undefined leaves the choice to us. */
function comparedWith(text: string): ComparedWith | undefined {
  if (text === '') return undefined;
  const sequence = /^submission-(\d{1,6})$/.exec(text)?.[1];
  return sequence === undefined ? { kind: 'case', number: text } : { kind: 'submission', sequence: Number(sequence) };
}

/** The overview of a case with its assignment and notes, and its history. */
export function addCases(app: Hono<WebEnv>, office: Office, prefix: '' | '/en'): void {
  const { deps } = office;
  const place = `${prefix}/workspace/office/cases/:number`;
  app.get(place, async (c) => {
    const opened = await openOfficeCase(c, office);
    return opened instanceof Response ? opened : answerOverview(c, office, opened);
  });
  app.get(`${place}/history`, async (c) => {
    const opened = await openOfficeCase(c, office);
    if (opened instanceof Response) return opened;
    const history = await readCaseHistory(deps, signedIn(c).actor, opened.found.shown.row.id);
    if (!history.ok) return absent(c, office);
    return c.html(await historyPage(opened.view, opened.found, { history: history.value, newKey: deps.ids.uuid() }));
  });
  app.get(`${place}/compare`, async (c) => {
    const opened = await openOfficeCase(c, office);
    if (opened instanceof Response) return opened;
    const wanted = comparedWith(c.req.query('with') ?? '');
    const compared = await compareCase(deps, signedIn(c).actor, { found: opened.found, wanted });
    return compared.ok ? c.html(await comparePage(opened.view, opened.found, compared.value)) : absent(c, office);
  });
  app.post(`${place}/export`, async (c) => {
    const opened = await openOfficeCase(c, office);
    if (opened instanceof Response) return opened;
    const exported = await exportCase(deps, signedIn(c).actor, opened.found.shown.row.id);
    if (!exported.ok) return absent(c, office);
    return c.body(ReadableStream.from(exported.value.bytes), 200, attachmentHeaders(exported.value));
  });
  app.post(`${place}/notes`, async (c) => {
    const opened = await openOfficeCase(c, office);
    if (opened instanceof Response) return opened;
    const note = sentForm(c).get('note') ?? '';
    const { id } = opened.found.shown.row;
    const act = (sentAs: string) => addNote(deps, signedIn(c).actor, { id, note, sentAs });
    return sendFromOverview(c, office, opened, { done: 'case.add-note', field: 'note', act });
  });
  app.post(`${place}/assign`, async (c) => {
    const opened = await openOfficeCase(c, office);
    if (opened instanceof Response) return opened;
    const person = (name: string): PersonId | null => {
      const id = parseId<PersonId>(sentForm(c).get(name) ?? '');
      return id.ok ? id.value : null;
    };
    const { id } = opened.found.shown.row;
    const act = () => assignCase(deps, signedIn(c).actor, { id, to: person('to'), from: person('from') });
    return sendFromOverview(c, office, opened, { done: 'case.assign', field: 'to', act });
  });
}
