import { Hono, type Context } from 'hono';
import { saveAnswers } from '../../app/case/save-answers.ts';
import { ok, refused, type Result } from '../../core/kernel/result.ts';
import { withAddedModels } from '../../formats/application-form/added-models.ts';
import { modelsText, modelsTextOfTable } from '../../formats/application-form/models-text.ts';
import { MOST_CSV_BYTES, readCsv } from '../../formats/csv/read-csv.ts';
import type { Fault } from '../parts/error-summary.ts';
import { fileSize } from '../parts/file-size.ts';
import { refusalWords } from '../parts/refusal-words.ts';
import type { View } from '../view.ts';
import type { WebEnv } from '../web-setup.ts';
import { sendFormOnce } from '../workspace/send-form-once.ts';
import { sendAgainPage } from '../workspace/send-again-page.ts';
import { mayChange } from './desk-form.ts';
import { CASES, casePath } from './desk-places.ts';
import { MODELS_FILE, modelsFilePage } from './models-file-page.ts';
import { openDesk, type Desk, type OpenedDesk } from './open-desk.ts';
import { readSentFile, type SentFile } from '../uploads/read-sent-file.ts';
import { readModels } from './table-rows.ts';

type ReadList = { readonly text: string; readonly rows: number; readonly leftOut: number };

const tooLong = ({ say, language }: View): string =>
  say('desk.models.file.csv_too_long', { most: fileSize(language, MOST_CSV_BYTES) });

/** The text of the list in a file, or why it cannot be read. */
function textIn({ view, desk }: OpenedDesk, { file, isBroken }: SentFile): Result<ReadList, string> {
  const { say } = view;
  if (file === undefined || isBroken) return refused(say(isBroken ? 'desk.continue.broken' : 'desk.models.file.none'));
  const table = 'tooLarge' in file.bytes ? refused({ code: 'csv_too_long' } as const) : readCsv(file.bytes);
  if (!table.ok) {
    const { code, ...params } = table.error;
    return refused(code === 'csv_too_long' ? tooLong(view) : say(`desk.models.file.${code}`, params));
  }
  const { text, leftOut } = modelsTextOfTable(table.value, desk.readable);
  if (text === '') return refused(say('desk.models.file.no-rows'));
  return ok({ text, rows: text.split('\n').length, leftOut: leftOut.length });
}

/** The list as it stands, with what could not be read in it yet. */
function presentText({ desk: { shown } }: OpenedDesk): string {
  return shown.row.unread_answers['models'] ?? modelsText(shown.application.models);
}

/** Puts the list into the application; lines that cannot be read wait on the page of the product as they are. */
async function takeList(
  opened: OpenedDesk,
  base: Desk,
  { list, form }: { readonly list: ReadList; readonly form: URLSearchParams },
): Promise<Result<string, string>> {
  const { view, desk } = opened;
  const { id, application_number: number } = desk.shown.row;
  const present = form.get(MODELS_FILE.how) === 'replace' ? '' : presentText(opened);
  const typed = withAddedModels(present, list.text, desk.readable);
  if (Buffer.byteLength(typed) > MOST_CSV_BYTES) return refused(tooLong(view));
  const { changes, faults } = readModels(view, desk, { typed, previous: desk.shown.application.models });
  const saved = await saveAnswers(base.deps, view.signedIn.actor, { id, changes });
  if (!saved.ok) return refused(refusalWords(view, saved.error).join(' '));
  if (saved.value.conflicts.length > 0) return refused(view.say('desk.conflict'));
  const place = casePath(view.language, number, 'product');
  return ok(faults.length > 0 ? place : `${place}/file?rows=${list.rows}&left-out=${list.leftOut}`);
}

async function postList(c: Context<WebEnv>, base: Desk): Promise<Response> {
  const opened = await openDesk(c, base);
  if (opened instanceof Response) return opened;
  const { view, desk } = opened;
  const sent = await readSentFile(c, base.deps, { most: MOST_CSV_BYTES });
  const { form } = sent;
  if (sent.isStale) return c.html(await sendAgainPage(view, undefined, { why: 'other-session' }), 403);
  const list = mayChange(desk, 'product') ? textIn(opened, sent) : refused(view.say('desk.closed'));
  const led = list.ok
    ? await sendFormOnce(base.deps, view.signedIn.actor, form, () => takeList(opened, base, { list: list.value, form }))
    : list;
  if (led.ok) return c.redirect(led.value, 303);
  const faults: readonly Fault[] = [{ field: MODELS_FILE.file, words: led.error }];
  return c.html(await modelsFilePage(view, desk, { faults, key: base.deps.ids.uuid() }), 422);
}

async function showList(c: Context<WebEnv>, base: Desk): Promise<Response> {
  const opened = await openDesk(c, base);
  if (opened instanceof Response) return opened;
  const [rows, leftOut] = [Number(c.req.query('rows')), Number(c.req.query('left-out'))];
  const done = rows > 0 && leftOut >= 0 ? { rows, leftOut } : undefined;
  return c.html(await modelsFilePage(opened.view, opened.desk, { faults: [], key: base.deps.ids.uuid(), done }));
}

/** The page on which a list of models is read from a file. */
export function modelsFileRoutes(base: Desk): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  for (const prefix of ['', '/en']) {
    const place = `${prefix}${CASES}/:number/product/file`;
    app.get(place, (c) => showList(c, base));
    app.post(place, (c) => postList(c, base));
  }
  return app;
}
