import type { Context, Hono } from 'hono';
import type { CaseRefusal } from '../../app/case/case-refusal.ts';
import { compareCase } from '../../app/case/compare-case.ts';
import { keepCheck } from '../../app/case/keep-check.ts';
import { openCaseFile } from '../../app/case/open-case-file.ts';
import { formItems } from '../../core/case/form-items.ts';
import { parseSha256 } from '../../core/kernel/ids.ts';
import type { Fault } from '../parts/error-summary.ts';
import { refusalWords } from '../parts/refusal-words.ts';
import type { WebEnv } from '../web-setup.ts';
import { sentForm, signedIn } from '../workspace/asking.ts';
import { readChecks, savedFields } from './check-form.ts';
import { attachmentHeaders } from './attachment-headers.ts';
import { formPage } from './form-page.ts';
import { absent, openOfficeCase, type Office, type OpenedCase } from './office.ts';
import { officeCasePath } from './office-places.ts';

/** Where the form of the check goes on to after what it says is kept. */
const NEXT = { save: '/form', accept: '/acts/accept', return: '/acts/return', decline: '/acts/decline' } as const;

async function answerForm(
  c: Context<WebEnv>,
  { deps }: Office,
  { view, found }: OpenedCase,
  faults: readonly Fault[] = [],
): Promise<Response> {
  const before = found.filed.sequence - 1;
  const compared =
    before === 0
      ? undefined
      : await compareCase(deps, signedIn(c).actor, { found, wanted: { kind: 'submission', sequence: before } });
  const changed = compared?.ok === true ? compared.value.changed : [];
  const page = { idempotencyKey: deps.ids.uuid(), done: c.req.query('done'), faults, changed };
  return c.html(await formPage(view, found, page), faults.length === 0 ? 200 : 422);
}

/** Tells a script what became of saving. */
function tellScript(
  c: Context<WebEnv>,
  { deps }: Office,
  { view }: OpenedCase,
  outcome: { readonly refusal?: CaseRefusal; readonly fields: Readonly<Record<string, string>> },
): Response {
  if (outcome.refusal !== undefined) return c.json({ words: refusalWords(view, outcome.refusal).join(' ') }, 422);
  const at = deps.clock.now().toZonedDateTimeISO(view.site.scheme.zone).toPlainTime();
  return c.json({ at: at.toString({ smallestUnit: 'minute' }), fields: outcome.fields });
}

/** What was typed is never lost: shown again with what is to be mended, on the case as it is now. */
async function keep(c: Context<WebEnv>, office: Office): Promise<Response> {
  const opened = await openOfficeCase(c, office);
  if (opened instanceof Response) return opened;
  const { view, found, number } = opened;
  const form = sentForm(c);
  const items = readChecks(form, formItems(found.filed.set));
  const { id } = found.shown.row;
  const kept = await keepCheck(office.deps, signedIn(c).actor, { id, sequence: Number(form.get('sequence')), items });
  const isScript = c.req.header('accept') === 'application/json';
  if (isScript) {
    return tellScript(
      c,
      office,
      opened,
      kept.ok ? { fields: savedFields(items) } : { refusal: kept.error, fields: {} },
    );
  }
  if (!kept.ok) {
    const faults = refusalWords(view, kept.error).map((words) => ({ words }));
    const typed = items.map(({ after }) => ({ item: after.item, is_ticked: after.isTicked, remark: after.remark }));
    return answerForm(c, office, { ...opened, found: { ...found, checked: typed } }, faults);
  }
  const then = (Object.keys(NEXT) as (keyof typeof NEXT)[]).find((known) => known === form.get('then')) ?? 'save';
  const done = then === 'save' ? '?done=case.keep-check' : '';
  return c.redirect(`${officeCasePath(view.language, number, NEXT[then])}${done}`, 303);
}

/** The form as it was filed with its check, and the files that came with it. */
export function addForms(app: Hono<WebEnv>, office: Office, prefix: '' | '/en'): void {
  const place = `${prefix}/workspace/office/cases/:number`;
  app.get(`${place}/form`, async (c) => {
    const opened = await openOfficeCase(c, office);
    return opened instanceof Response ? opened : answerForm(c, office, opened);
  });
  app.post(`${place}/check`, (c) => keep(c, office));
  app.get(`${place}/files/:sha256`, async (c) => {
    const opened = await openOfficeCase(c, office);
    if (opened instanceof Response) return opened;
    const sha256 = parseSha256(c.req.param('sha256'));
    if (!sha256.ok) return absent(c, office);
    const { id } = opened.found.shown.row;
    const file = await openCaseFile(office.deps, signedIn(c).actor, { id, sha256: sha256.value });
    if (!file.ok) return absent(c, office);
    const headers = attachmentHeaders(file.value);
    return c.body(ReadableStream.from(file.value.bytes), 200, headers);
  });
}
