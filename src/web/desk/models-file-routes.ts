import { Hono, type Context } from 'hono';
import { saveAnswers } from '../../app/case/save-answers.ts';
import { repeatedModels, type RepeatedModel } from '../../core/case/repeated-models.ts';
import { ok, refused, type Result } from '../../core/kernel/result.ts';
import { modelsText, modelsTextOfTable, numbersInText } from '../../formats/application-form/models-text.ts';
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
import { modelsRepeatedPage, type ReadList } from './models-repeated-page.ts';
import { leftOutColumns, modelsReadAt, type LeftOut } from './outcome-notice.ts';
import { openDesk, type Desk, type OpenedDesk } from './open-desk.ts';
import { readSentFile, type SentFile } from '../uploads/read-sent-file.ts';
import { readModels } from './table-rows.ts';

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
  const { text, leftOut, hasHeadings } = modelsTextOfTable(table.value, desk.readable);
  if (text === '') return refused(say('desk.models.file.no-rows'));
  const firstLine = hasHeadings ? 2 : 1;
  return ok({ text, rows: text.split('\n').length, leftOut: leftOutColumns(leftOut), firstLine });
}

function leftOutIn(form: URLSearchParams): LeftOut {
  try {
    const { count = 0, names = [] } = JSON.parse(form.get(MODELS_FILE.columns) ?? '{}') as Partial<LeftOut>;
    return { count: Math.trunc(count), names: leftOutColumns(names.map(String)).names };
  } catch {
    return { count: 0, names: [] };
  }
}

/** The list that waited in its form while somebody looked at what it repeats, as they want it. */
function listIn(opened: OpenedDesk, form: URLSearchParams): ReadList | undefined {
  const waiting = form.get(MODELS_FILE.list)?.replaceAll('\r\n', '\n');
  if (waiting === undefined || waiting === '') return undefined;
  const places = new Set(repeatedIn(opened, { text: waiting, form }).map(({ place }) => place));
  const isKept = form.get(MODELS_FILE.repeated) === 'keep';
  const lines = waiting.split('\n').filter((_, place) => isKept || !places.has(place));
  return { text: lines.join('\n'), rows: lines.length, leftOut: leftOutIn(form), firstLine: 1 };
}

function repeatedIn(
  { desk }: OpenedDesk,
  { text, form }: { readonly text: string; readonly form: URLSearchParams },
): readonly RepeatedModel[] {
  const isReplaced = form.get(MODELS_FILE.how) === 'replace';
  const present = isReplaced ? [] : desk.shown.application.models.map(({ number }) => number);
  return repeatedModels(numbersInText(text), present);
}

/** The list as it stands, with what could not be read in it yet. */
function presentText({ desk: { shown } }: OpenedDesk): string {
  return shown.row.unread_answers['models'] ?? modelsText(shown.application.models);
}

/** Puts the list into the application; lines that cannot be read wait on the page of the product as they are. */
async function takeList(
  opened: OpenedDesk,
  base: Desk,
  { list, form, key }: { readonly list: ReadList; readonly form: URLSearchParams; readonly key: string },
): Promise<Result<string, string>> {
  const { view, desk } = opened;
  const { id, application_number: number } = desk.shown.row;
  const present = form.get(MODELS_FILE.how) === 'replace' ? '' : presentText(opened);
  const typed = present === '' ? list.text : `${present}\n${list.text}`;
  if (Buffer.byteLength(typed) > MOST_CSV_BYTES) return refused(tooLong(view));
  const { changes, faults } = readModels(view, desk, { typed, previous: desk.shown.application.models });
  const place = casePath(view.language, number, 'product');
  const ledTo = faults.length > 0 ? place : modelsReadAt(`${place}/file`, list.rows, list.leftOut);
  const { actor } = view.signedIn;
  const saved = await saveAnswers(base.deps, actor, { id, changes, sent: { person: actor.person, key, ledTo } });
  if (!saved.ok) return refused(refusalWords(view, saved.error).join(' '));
  return saved.value.conflicts.length > 0 ? refused(view.say('desk.conflict')) : ok(ledTo);
}

/** Why a list was not taken: something is to be mended, or somebody is to be asked first. */
type NotTaken = { readonly words: string } | { readonly repeated: readonly RepeatedModel[] };

/** Bytes of a form a list may wait in; a form is refused at a megabyte. */
const MOST_WAITING = 900_000;

/** The lines about which somebody is to be asked; those of a list too long to wait in a form the product's page tells. */
function repeatedToAsk(opened: OpenedDesk, list: ReadList, form: URLSearchParams): readonly RepeatedModel[] {
  // browsers send each line break as two characters
  const sent = new URLSearchParams({ list: list.text.replaceAll('\n', '\r\n') });
  if (sent.toString().length > MOST_WAITING) return [];
  return repeatedIn(opened, { text: list.text, form });
}

/** Takes the list of a form: one that waited has been looked at, of a new one the repeated lines are asked about first. */
async function takeSent(opened: OpenedDesk, base: Desk, sent: SentFile): Promise<Result<string, NotTaken>> {
  const { form } = sent;
  const waiting = listIn(opened, form);
  const read = waiting === undefined ? textIn(opened, sent) : ok(waiting);
  if (!read.ok) return refused({ words: read.error });
  const list = read.value;
  return sendFormOnce<NotTaken>(base.deps, opened.view.signedIn.actor, form, async (key) => {
    const repeated = waiting === undefined ? repeatedToAsk(opened, list, form) : [];
    if (repeated.length > 0) return refused({ repeated });
    const taken = await takeList(opened, base, { list, form, key });
    return taken.ok ? taken : refused({ words: taken.error });
  });
}

/** Asks what to do with lines that repeat a model number. */
async function askAboutRepeated(
  c: Context<WebEnv>,
  opened: OpenedDesk,
  asked: { readonly sent: SentFile; readonly repeated: readonly RepeatedModel[]; readonly key: string },
): Promise<Response> {
  const { sent, repeated, key } = asked;
  const list = textIn(opened, sent);
  if (!list.ok) throw new Error('a list that was read cannot be read again');
  const how = sent.form.get(MODELS_FILE.how) ?? 'add';
  return c.html(await modelsRepeatedPage(opened.view, opened.desk, { list: list.value, repeated, how, key }));
}

async function postList(c: Context<WebEnv>, base: Desk): Promise<Response> {
  const opened = await openDesk(c, base);
  if (opened instanceof Response) return opened;
  const { view, desk } = opened;
  const sent = await readSentFile(c, base.deps, { most: MOST_CSV_BYTES });
  if (sent.isStale) return c.html(await sendAgainPage(view, undefined, { why: 'other-session' }), 403);
  const isOpen = mayChange(desk, 'product');
  const led = isOpen ? await takeSent(opened, base, sent) : refused({ words: view.say('desk.closed') });
  if (led.ok) return c.redirect(led.value, 303);
  const key = base.deps.ids.uuid();
  if ('repeated' in led.error) return askAboutRepeated(c, opened, { sent, repeated: led.error.repeated, key });
  const faults: readonly Fault[] = [{ field: MODELS_FILE.file, words: led.error.words }];
  return c.html(await modelsFilePage(view, desk, { faults, key }), 422);
}

async function showList(c: Context<WebEnv>, base: Desk): Promise<Response> {
  const opened = await openDesk(c, base);
  if (opened instanceof Response) return opened;
  return c.html(await modelsFilePage(opened.view, opened.desk, { faults: [], key: base.deps.ids.uuid() }));
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
