import type { CaseEvent } from '../../app/case/read-case-history.ts';
import type { ActId } from '../../core/access/permissions.ts';
import { historyList, type HistoryEntry } from '../parts/history-list.ts';
import { html, type Html } from '../parts/html.ts';
import type { View } from '../view.ts';

function textOf(value: unknown, key: string): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const text: unknown = Reflect.get(value, key);
  return typeof text === 'string' ? text : undefined;
}

/** What a saving did besides changing answers: with which file, or from where. */
function noteOf({ say }: View, { detail, reason }: CaseEvent): string | undefined {
  const [name, by] = [textOf(detail['exchanged'], 'name'), textOf(detail['exchanged'], 'by')];
  if (name !== undefined) {
    return by === undefined ? say('desk.history.removed', { name }) : say('desk.history.replaced', { name, by });
  }
  const [file, number] = [textOf(detail, 'from'), textOf(detail, 'carriedFrom')];
  if (file !== undefined) return say('desk.history.from-file', { name: file });
  return number === undefined ? (reason ?? undefined) : say('desk.history.carried', { number });
}

/** Savings of one person in a row are one line: every keystroke is recorded, but nobody reads them one by one. */
function withoutRepeats(events: readonly CaseEvent[]): readonly CaseEvent[] {
  return events.filter((event, place) => {
    const next = events[place + 1];
    const isEdit = event.act === 'case.edit' && next?.act === 'case.edit';
    const says = ['exchanged', 'from', 'carriedFrom'].some((name) => event.detail[name] !== undefined);
    return says || !(isEdit && next.person === event.person);
  });
}

function entryOf(view: View, event: CaseEvent, zone: string): HistoryEntry {
  const { say } = view;
  const who = [event.person, event.organisation].filter((name) => name !== null).join(' / ');
  return {
    at: { words: say.moment(event.at, zone), iso: event.at.toString() },
    what: say(`act.${event.act as ActId}`),
    who: who === '' ? say('role.system') : who,
    note: noteOf(view, event),
  };
}

/** What was done with a case, newest first. */
export function stepsSection(view: View, events: readonly CaseEvent[], zone: string): Html {
  const entries = withoutRepeats(events).map((event) => entryOf(view, event, zone));
  return html`<h2>${view.say('desk.history')}</h2>
    ${historyList(view, entries.toReversed())}`;
}
