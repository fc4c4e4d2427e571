import { evidenceNames } from '../../core/case/evidence-names.ts';
import type { ShownCase } from '../../app/case/find-case.ts';
import { isOpenToEdits } from '../../core/case/case-lifecycle.ts';
import { button, buttonLink, buttonRow } from '../parts/button.ts';
import { deskPage } from '../parts/desk-page.ts';
import { errorSummary, titleWithFaults, type Fault } from '../parts/error-summary.ts';
import { fileField } from '../parts/file-field.ts';
import { fileList, type ListedFile } from '../parts/file-list.ts';
import { html, type Html } from '../parts/html.ts';
import { points } from '../parts/points.ts';
import { postForm } from '../parts/post-form.ts';
import type { View } from '../view.ts';
import { FILES } from '../uploads/files-field.ts';
import type { WorkspaceView } from '../workspace/signed-in.ts';
import { caseHeading } from './case-heading.ts';
import { mayChange, type DeskCase } from './desk-form.ts';
import { casePath } from './desk-places.ts';
import { listedFile } from './listed-files.ts';
import { itemName, itemPath } from './task-groups.ts';

type CaseFile = ShownCase['files'][number];

/** A file of a case on its own page; `item` is where its reader came from. */
type ShownFile = {
  readonly file: CaseFile;
  readonly item: string | undefined;
  readonly faults: readonly Fault[];
  /** One for each of its two forms. */
  readonly keys: { readonly replace: string; readonly remove: string };
};

/** The criteria a file is evidence for, as items of the form. */
export function usedIn({ shown }: DeskCase, name: string): readonly string[] {
  const rows = shown.application.determinations.filter(({ evidence }) => evidence?.includes(name));
  return [...new Set(rows.flatMap(({ criterion }) => (criterion === undefined ? [] : [`determination:${criterion}`])))];
}

/** Whether a file may be taken off somewhere: where it is used and open, or where it is not used at all. */
function mayExchange(desk: DeskCase, name: string): boolean {
  if (!isOpenToEdits(desk.shown.row.state)) return false;
  const isUsed = evidenceNames(desk.shown.application).has(name);
  return !isUsed || usedIn(desk, name).some((item) => mayChange(desk, item));
}

function filePath({ language }: View, { shown }: DeskCase, query: Readonly<Record<string, string>>): string {
  const asked = new URLSearchParams(query).toString();
  return `${casePath(language, shown.row.application_number, 'file')}?${asked}`;
}

/** A file as a list of the desk shows it, with the way to replace or remove it where that may be done. */
export function exchangeableFile(view: View, desk: DeskCase, file: CaseFile, item?: string): ListedFile {
  const listed = listedFile(view, desk.shown, file);
  if (!mayExchange(desk, file.name)) return listed;
  const href = filePath(view, desk, { name: file.name, ...(item === undefined ? {} : { item }) });
  const words = html`${view.say('desk.file.exchange')}<span class="visually-hidden"> ${file.name}</span>`;
  return { ...listed, actions: html`<a href="${href}">${words}</a>` };
}

/** All files of a case, each with the way to replace or remove it. */
export function filesSection(view: View, desk: DeskCase): Html | string {
  const { files, row } = desk.shown;
  const isOpen = isOpenToEdits(row.state);
  if (files.length === 0 && !isOpen) return '';
  const href = casePath(view.language, row.application_number, 'evidence');
  const listed = files.map((file) => exchangeableFile(view, desk, file));
  return html`<h2>${view.say('desk.files.all')}</h2>
    ${files.length === 0 ? html`<p>${view.say('desk.files.none')}</p>` : fileList(view, listed)}
    ${isOpen ? buttonRow(buttonLink({ href, words: view.say('desk.evidence') })) : ''}`;
}

/** Where somebody goes back to from the page of a file. */
export function backFrom(view: View, desk: DeskCase, item: string | undefined): string {
  const isItem = desk.form.set.criteria.some(({ id }) => item === `determination:${id}`);
  return item !== undefined && isItem
    ? itemPath(view, desk, item)
    : casePath(view.language, desk.shown.row.application_number);
}

function forms(view: WorkspaceView, desk: DeskCase, { file, item = '', faults, keys }: ShownFile): Html {
  const { say, language, signedIn } = view;
  const number = desk.shown.row.application_number;
  const more = { name: file.name, sha256: file.sha256, item };
  const hidden = (idempotencyKey: string) => ({ csrf: signedIn.csrf, idempotencyKey, more });
  const back = buttonLink({ href: backFrom(view, desk, item), words: say('desk.cancel'), weight: 'tertiary' });
  const field = fileField(view, {
    name: FILES,
    label: say('desk.file.new'),
    need: 'required',
    support: say('desk.file.new.support'),
    takes: 'one',
    error: faults.find((fault) => fault.field === FILES)?.words,
  });
  return html`<section>
      <h2>${say('desk.file.replace')}</h2>
      ${postForm(
        view,
        {
          action: casePath(language, number, 'file', 'replace'),
          hidden: hidden(keys.replace),
          files: 'with-form',
        },
        html`${field} ${buttonRow(button({ words: say('desk.file.replace.go') }))}`,
      )}
    </section>
    <section>
      <h2>${say('desk.file.remove')}</h2>
      <p>${say('desk.file.remove.text')}</p>
      ${postForm(
        view,
        { action: casePath(language, number, 'file', 'remove'), hidden: hidden(keys.remove) },
        buttonRow(button({ words: say('desk.file.remove.go'), weight: 'secondary' }), back),
      )}
    </section>`;
}

/** The page on which one file of a case is replaced or removed. */
export function filePage(view: WorkspaceView, desk: DeskCase, shown: ShownFile): Html {
  const { say } = view;
  const { file, faults } = shown;
  const { number, parts } = caseHeading(view, desk, say('desk.file.exchange'));
  const items = usedIn(desk, file.name);
  const used = items.map((item) => {
    const words = itemName(view, desk, item);
    return mayChange(desk, item) ? words : say('desk.file.kept-in', { item: words });
  });
  return deskPage(
    view,
    titleWithFaults(view, `${say('desk.file.exchange')} ${number}`, faults),
    html`${parts} ${errorSummary(view, faults)}
      <h1>${say('desk.file.exchange')}</h1>
      ${fileList(view, [listedFile(view, desk.shown, file)])}
      <h2>${say('desk.file.used')}</h2>
      ${used.length === 0 ? html`<p>${say('desk.file.unused')}</p>` : points(used)}
      ${mayExchange(desk, file.name) ? forms(view, desk, shown) : html`<p>${say('desk.closed')}</p>`}`,
  );
}
