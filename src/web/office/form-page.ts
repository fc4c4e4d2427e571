import type { OfficeCase } from '../../app/case/find-office-case.ts';
import { formItems } from '../../core/case/form-items.ts';
import { button, buttonRow } from '../parts/button.ts';
import { tickBox } from '../parts/choice-list.ts';
import { errorSummary, titleWithFaults, type Fault } from '../parts/error-summary.ts';
import { fileList } from '../parts/file-list.ts';
import { html, type Html } from '../parts/html.ts';
import { notificationBanner } from '../parts/notification-banner.ts';
import { postForm } from '../parts/post-form.ts';
import { section } from '../parts/section.ts';
import { statusTag } from '../parts/status-tag.ts';
import { textArea } from '../parts/text-area.ts';
import { writtenLines } from '../parts/written.ts';
import type { WorkspaceView } from '../workspace/signed-in.ts';
import { caseFrame } from './case-frame.ts';
import { checkFields } from './check-form.ts';
import { filedItem, type FiledItem } from './filed-form.ts';
import { filedItemView } from './filed-item-view.ts';
import { isChecking } from './is-checking.ts';
import { officeCasePath } from './office-places.ts';

/** Lines of a remark shown at once. */
const REMARK_ROWS = 2;

/** What the page of the form is made of besides the case. */
type FormPage = {
  readonly idempotencyKey: string;
  readonly done: string | undefined;
  readonly faults: readonly Fault[];
  /** Items that differ from the submission before this one. */
  readonly changed: readonly string[];
};

function checkFieldset(view: WorkspaceView, found: OfficeCase, { item, title }: FiledItem): Html {
  const { say } = view;
  const kept = found.checked.find((each) => each.item === item);
  const isTicked = kept?.is_ticked === true;
  const remark = kept?.remark ?? '';
  const names = checkFields(item);
  return html`<fieldset class="office__check">
    <legend class="visually-hidden">${say('office.check.of', { title })}</legend>
    <input type="hidden" name="${names.wasTick}" value="${isTicked ? 'yes' : ''}" />
    <input type="hidden" name="${names.wasRemark}" value="${remark}" />
    ${tickBox({ name: names.tick, words: say('office.check.tick'), isTicked })}
    ${textArea(view, {
      name: names.remark,
      label: say('office.check.remark'),
      rows: REMARK_ROWS,
      value: remark,
    })}
  </fieldset>`;
}

function earlierRemark(view: WorkspaceView, { remarks }: OfficeCase, item: string): Html | string {
  const earlier = remarks.find((each) => each.item === item);
  if (earlier === undefined) return '';
  return html`<div class="form-field__remark">
    <p class="form-field__remark-by">${view.say('office.check.earlier')}</p>
    <div>${writtenLines(view, earlier.remark)}</div>
  </div>`;
}

function itemSection(view: WorkspaceView, found: OfficeCase, page: FormPage, item: string): Html {
  const { filed, shown } = found;
  const form = { scheme: shown.version.scheme, set: filed.set };
  const stated = filedItem(view, form, filed.application, item);
  const place = { number: shown.row.application_number, files: filed.files };
  const isNew = page.changed.includes(item) ? statusTag('warning', view.say('office.check.changed')) : '';
  return section(
    item,
    stated.title,
    html`${isNew} ${earlierRemark(view, found, item)} ${filedItemView(view, place, stated)}
    ${isChecking(view, found) ? checkFieldset(view, found, stated) : ''}`,
  );
}

/** Files the submission holds that no answer speaks of. */
function otherFiles(view: WorkspaceView, { filed, shown }: OfficeCase): Html | string {
  const named = new Set(filed.application.determinations.flatMap(({ evidence }) => evidence ?? []));
  const others = filed.files.filter(({ name }) => !named.has(name));
  if (others.length === 0) return '';
  const number = shown.row.application_number;
  const listed = others.map(({ name, size, sha256 }) => ({
    name,
    bytes: size,
    sha256,
    state: 'stored' as const,
    href: officeCasePath(view.language, number, `/files/${sha256}`),
  }));
  return section('other-files', view.say('office.files.other'), fileList(view, listed));
}

function checkForm(view: WorkspaceView, found: OfficeCase, page: FormPage, items: Html): Html {
  const { language, say, signedIn } = view;
  const number = found.shown.row.application_number;
  const path = officeCasePath(language, number, '/check');
  const hidden = {
    csrf: signedIn.csrf,
    idempotencyKey: page.idempotencyKey,
    more: { sequence: String(found.filed.sequence) },
  };
  const to = (then: string, weight: 'primary' | 'secondary', isGrave = false): Html =>
    button({ words: say(`office.check.then.${then as 'save'}`), name: 'then', value: then, weight, isGrave });
  return postForm(
    view,
    { action: path, hidden, autosave: path },
    html`${items}
    ${section(
      'check',
      say('office.check'),
      html`<p>${say('office.check.text')}</p>
        ${buttonRow(
          to('save', 'secondary'),
          to('accept', 'primary'),
          to('return', 'secondary'),
          to('decline', 'secondary', true),
        )}`,
    )}`,
  );
}

/** The form as it was filed, item by item; while the format check is under way, with a tick and a remark for each. */
export function formPage(view: WorkspaceView, found: OfficeCase, page: FormPage): Html {
  const { say } = view;
  const { filed } = found;
  const items = html`${formItems(filed.set).map((item) => itemSection(view, found, page, item))}`;
  const frame = {
    page: 'form',
    done: page.done,
    faults: errorSummary(view, page.faults),
    titleOf: (title: string) => titleWithFaults(view, title, page.faults),
  } as const;
  const changing =
    found.shown.row.state === 'returned'
      ? notificationBanner(view, { kind: 'info', heading: say('office.form.returned') })
      : '';
  const body = isChecking(view, found) ? checkForm(view, found, page, items) : items;
  return caseFrame(view, found, frame, html`${changing}${body}${otherFiles(view, found)}`);
}
