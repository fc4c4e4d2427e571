import type { MessageParam } from '../../i18n/message.ts';
import { html, type Html } from '../parts/html.ts';
import { notificationBanner } from '../parts/notification-banner.ts';
import { tellingAt } from '../workspace/outcome.ts';
import type { WorkspaceView } from '../workspace/signed-in.ts';

type Words = (about: readonly string[]) => Readonly<Record<string, MessageParam>>;

const nothing: Words = () => ({});
const counted: Words = ([count]) => ({ count: Number(count) });

/** What the pages of a case tell of what was just done, with what its words name. */
const OUTCOMES = {
  saved: nothing,
  'saved-with-files': counted,
  added: counted,
  replaced: ([name = '', by = '']) => ({ name, by }),
  removed: ([name = '']) => ({ name }),
  placed: counted,
  'models-read': counted,
  provisional: nothing,
  continued: nothing,
  carried: nothing,
} as const satisfies Readonly<Record<string, Words>>;

/** An outcome the pages of a case can tell. */
export type DeskOutcome = keyof typeof OUTCOMES;

function isOutcome(done: string): done is DeskOutcome {
  return Object.hasOwn(OUTCOMES, done);
}

/** The columns of a file that were not read: how many there are, and the names of the first. */
export type LeftOut = { readonly count: number; readonly names: readonly string[] };

/** Most columns that are named, and most letters of a name. */
const NAMED = { columns: 10, letters: 40 } as const;

/** The columns left out, as far as they are named. */
export function leftOutColumns(headings: readonly string[]): LeftOut {
  const names = headings.slice(0, NAMED.columns).map((heading) => Array.from(heading).slice(0, NAMED.letters).join(''));
  return { count: headings.length, names };
}

/** Where the reading of a list of models leads: to the page that tells how much of it was read. */
export function modelsReadAt(path: string, rows: number, { count, names }: LeftOut): string {
  return tellingAt(path, 'models-read' satisfies DeskOutcome, String(rows), String(count), ...names);
}

function leftOutOf([, count, ...names]: readonly string[]): LeftOut {
  return { count: Number(count), names };
}

/** Names the columns of a file that were left out; nothing where all were read. */
export function leftOutWords({ say }: Pick<WorkspaceView, 'say'>, { count, names }: LeftOut): Html | undefined {
  if (!(count > 0)) return undefined;
  const key = count > names.length ? 'desk.models.file.left-out.more' : 'desk.models.file.left-out';
  return html`<p>${say(key, { count, names: say.list(names) })}</p>`;
}

/** Tells once what became of what was just done. */
export function outcomeNotice(view: WorkspaceView): Html | string {
  const { done, about } = view.outcome ?? { done: '', about: [] };
  if (!isOutcome(done)) return '';
  const words: Readonly<Record<string, MessageParam>> = OUTCOMES[done](about);
  if (Object.values(words).some((word) => typeof word === 'number' && !Number.isSafeInteger(word))) return '';
  const heading = view.say(`desk.done.${done}`, words);
  const text = done === 'models-read' ? leftOutWords(view, leftOutOf(about)) : undefined;
  return notificationBanner(view, { kind: 'success', heading, text, isOutcome: true });
}
