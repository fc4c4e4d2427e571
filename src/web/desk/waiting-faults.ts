import type { Fault } from '../parts/error-summary.ts';
import type { WorkspaceView } from '../workspace/signed-in.ts';
import type { DeskCase } from './desk-form.ts';
import type { FormPlace } from './form-places.ts';
import { cellName, isCardTable, keptRows } from './table-rows.ts';

/** What was typed earlier and could not be read, as the form would send it again. */
function unreadForm({ shown }: DeskCase): URLSearchParams {
  const form = new URLSearchParams();
  for (const [name, typed] of Object.entries(shown.row.unread_answers)) {
    if (!isCardTable(name)) {
      for (const line of name === 'models' ? [typed] : typed.split('\n')) form.append(name, line);
      continue;
    }
    (keptRows(typed) ?? []).forEach((row, place) => {
      for (const [column, raw] of Object.entries(row))
        for (const value of raw) form.append(cellName(name, place, column), value);
    });
  }
  return form;
}

/** What waits on a page to be mended since it was typed there, said again whenever the page is opened. */
export function waitingFaults(view: WorkspaceView, desk: DeskCase, place: FormPlace): readonly Fault[] {
  return place.read(view, desk, unreadForm(desk)).faults;
}
