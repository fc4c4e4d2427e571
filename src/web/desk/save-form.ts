import type { Context } from 'hono';
import { findCase } from '../../app/case/find-case.ts';
import { readCaseHistory } from '../../app/case/read-case-history.ts';
import { saveAnswers } from '../../app/case/save-answers.ts';
import { partName } from '../../core/case/application-parts.ts';
import type { PartChange, PartConflict } from '../../core/case/merge-parts.ts';
import type { Fault } from '../parts/error-summary.ts';
import { refusalWords } from '../parts/refusal-words.ts';
import type { WebEnv } from '../web-setup.ts';
import { tellingAt } from '../workspace/outcome.ts';
import type { NamedConflict } from './conflict-notice.ts';
import { deskCase, type DeskCase } from './desk-form.ts';
import { casePath } from './desk-places.ts';
import type { FormPlace } from './form-places.ts';
import { questionOfPart } from './part-words.ts';
import type { Desk, OpenedDesk } from './open-desk.ts';
import { BEFORE, readBefore, type Before } from './read-changes.ts';
import { readSent, type SentFiles } from '../uploads/read-sent.ts';
import { senderNow } from '../uploads/sender-now.ts';
import { tellAdded } from './tell-added.ts';
import { itemPath, itemsInOrder } from './task-groups.ts';

type Saving = {
  readonly c: Context<WebEnv>;
  readonly base: Desk;
  readonly opened: OpenedDesk;
  readonly place: FormPlace;
};

/** What saving came to: what is to be mended, and what another person changed at the same time. */
type Outcome = {
  readonly faults: readonly Fault[];
  readonly conflicts: readonly NamedConflict[];
  readonly changes: readonly PartChange[];
  readonly desk: DeskCase;
};

/** Whether a script asks rather than a person. */
export function wantsJson(c: Context<WebEnv>): boolean {
  return (c.req.header('accept') ?? '').includes('application/json');
}

/** The names under which the answers choose files, with those that just arrived chosen too. */
function chooseNewFiles({ place }: Saving, { form, files }: SentFiles): void {
  for (const field of place.fileFields) for (const { name } of files) form.append(field, name);
}

async function nameConflicts(saving: Saving, conflicts: readonly PartConflict[]): Promise<readonly NamedConflict[]> {
  if (conflicts.length === 0) return [];
  const { base, opened } = saving;
  const { view, desk } = opened;
  const me = view.signedIn.session.person.name;
  const history = await readCaseHistory(base.deps, view.signedIn.actor, desk.shown.row.id);
  const others = (history.ok ? history.value : []).filter(({ act, person }) => act === 'case.edit' && person !== me);
  const by = others.at(-1)?.person ?? undefined;
  return conflicts.map((conflict) => ({ ...conflict, label: questionOfPart(view, desk, conflict.part), by }));
}

async function save(saving: Saving, sent: SentFiles): Promise<Outcome> {
  const { base, opened, place } = saving;
  const { view, desk } = opened;
  chooseNewFiles(saving, sent);
  const { changes, faults } = place.read(view, desk, sent.form);
  const { id } = desk.shown.row;
  const saved = await saveAnswers(base.deps, view.signedIn.actor, { id, changes, attach: sent.files });
  if (!saved.ok) {
    const refusal = { words: refusalWords(view, saved.error).join(' ') };
    return { faults: [...sent.faults, refusal], conflicts: [], changes, desk };
  }
  const now = await findCase(base.deps, view.signedIn.actor, id);
  const after = now.ok ? (deskCase(now.value) ?? desk) : desk;
  return {
    faults: [...sent.faults, ...faults],
    conflicts: await nameConflicts(saving, saved.value.conflicts),
    changes,
    desk: after,
  };
}

/** Where to go on after saving: the next page of the form, the list, or the same page again. */
function nextPlace({ opened, place }: Saving, desk: DeskCase, { form, files }: SentFiles): string {
  const { view } = opened;
  const then = form.get('then') ?? 'list';
  const telling = (path: string): string =>
    files.length === 0 ? tellingAt(path, 'saved') : tellingAt(path, 'saved-with-files', String(files.length));
  const list = telling(casePath(view.language, desk.shown.row.application_number));
  if (then === 'stay') return telling(itemPath(view, desk, place.item));
  const items = itemsInOrder(desk);
  const next = items[items.indexOf(place.item) + 1];
  return then === 'next' && next !== undefined ? itemPath(view, desk, next) : list;
}

/**
 * What the page's fields start from after saving: for what it changed, what is stored now; for the rest what it started
 * from, for the page does not show what others have put there since.
 */
function beforeNext({ place }: Saving, { changes, desk }: Outcome, { form }: SentFiles): Before {
  const changed = new Set(changes.map(({ part }) => (part.kind === 'table' ? `table.${part.table}` : partName(part))));
  const stored = Object.entries(place.before(desk)).filter(([name]) => changed.has(name));
  return { ...readBefore(form), ...Object.fromEntries(stored) };
}

/** The answer to a script that saves on the way, or sends one file. */
function answerScript(saving: Saving, outcome: Outcome, sent: SentFiles): Response {
  const { c, base, opened } = saving;
  const { faults, conflicts, desk } = outcome;
  const { view } = opened;
  if (conflicts.length > 0) return c.json({ words: view.say('desk.conflict.script') }, 409);
  const lost = faults.filter(({ field }) => field === undefined);
  const failed = [...lost, ...sent.faults];
  if (failed.length > 0) return c.json({ words: failed.map(({ words }) => words).join(' ') }, 422);
  if (sent.files.length > 0) tellAdded(c, sent.files.length);
  const at = view.say.time(base.deps.clock.now(), desk.form.scheme.zone);
  return c.json({ at, fields: { [BEFORE]: JSON.stringify(beforeNext(saving, outcome, sent)) } });
}

async function answerSaving(saving: Saving, sent: SentFiles): Promise<Response> {
  const { c, base, opened, place } = saving;
  const { view } = opened;
  const outcome = await save(saving, sent);
  if (wantsJson(c)) return answerScript(saving, outcome, sent);
  const { faults, conflicts, desk } = outcome;
  if (faults.length === 0 && conflicts.length === 0) {
    return c.redirect(nextPlace(saving, desk, sent), 303);
  }
  const status = conflicts.length > 0 ? 409 : 422;
  return c.html(await place.page(view, desk, { faults, conflicts, key: base.deps.ids.uuid() }), status);
}

/** Takes a form that was sent: saves what can be read, and shows the page again where something is to be mended. */
export async function saveForm(saving: Saving): Promise<Response> {
  const { c, base, opened } = saving;
  const sent = await readSent(c, base, opened.view);
  const view = await senderNow(c, base, opened.view, sent);
  return view instanceof Response ? view : answerSaving({ ...saving, opened: { ...opened, view } }, sent);
}
