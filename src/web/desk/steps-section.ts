import type { CaseEvent } from '../../app/case/read-case-history.ts';
import type { ActId } from '../../core/access/permissions.ts';
import { historyList, type HistoryEntry } from '../parts/history-list.ts';
import { html, type Html } from '../parts/html.ts';
import type { View } from '../view.ts';

/** Savings of one person in a row are one line: every keystroke is recorded, but nobody reads them one by one. */
function withoutRepeats(events: readonly CaseEvent[]): readonly CaseEvent[] {
  return events.filter((event, place) => {
    const next = events[place + 1];
    const isEdit = event.act === 'case.edit' && next?.act === 'case.edit';
    return !(isEdit && next.person === event.person);
  });
}

function entryOf({ say }: View, event: CaseEvent, zone: string): HistoryEntry {
  const who = say.list([event.person, event.organisation].filter((name) => name !== null));
  return {
    at: { words: say.moment(event.at, zone), iso: event.at.toString() },
    what: say(`act.${event.act as ActId}`),
    who: who === '' ? say('role.system') : who,
    note: event.reason ?? undefined,
  };
}

/** What was done with a case, newest first. */
export function stepsSection(view: View, events: readonly CaseEvent[], zone: string): Html {
  const entries = withoutRepeats(events).map((event) => entryOf(view, event, zone));
  return html`<h2>${view.say('desk.history')}</h2>
    ${historyList(view, entries.toReversed())}`;
}
