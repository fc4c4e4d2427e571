import type { MessageParam } from '../../i18n/message.ts';
import type { Html } from '../parts/html.ts';
import { notificationBanner } from '../parts/notification-banner.ts';
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

/** Tells once what became of what was just done. */
export function outcomeNotice(view: WorkspaceView): Html | string {
  const { done, about } = view.outcome ?? { done: '', about: [] };
  if (!isOutcome(done)) return '';
  const heading = view.say(`desk.done.${done}`, OUTCOMES[done](about));
  return notificationBanner(view, { kind: 'success', heading, isOutcome: true });
}
