import type { Receipt } from '../../core/case/receipt.ts';
import { buttonLink, buttonRow } from '../parts/button.ts';
import { descriptionList } from '../parts/description-list.ts';
import { fileList } from '../parts/file-list.ts';
import { html, type Html } from '../parts/html.ts';
import { notificationBanner } from '../parts/notification-banner.ts';
import type { WorkspaceView } from '../workspace/signed-in.ts';
import { caseHeading } from './case-heading.ts';
import type { DeskCase } from './desk-form.ts';
import { casePath } from './desk-places.ts';
import { deskPage } from '../parts/desk-page.ts';

/** What was received, when, and with which hashes: to be kept. */
export function receiptPage(view: WorkspaceView, desk: DeskCase, receipt: Receipt): Html {
  const { language, say } = view;
  const name = say('desk.receipt');
  const { number, parts } = caseHeading(view, desk, name);
  const at = say.moment(receipt.receivedAt, desk.form.scheme.zone);
  const files = receipt.files.map(({ name: file, size, sha256 }) => ({
    name: file,
    bytes: size,
    sha256,
    state: 'stored' as const,
  }));
  return deskPage(
    view,
    `${name} ${number}`,
    html`${parts}
      ${notificationBanner(view, { kind: 'success', heading: say('desk.receipt.done'), text: say('desk.receipt.text') })}
      <h1>${name}</h1>
      ${descriptionList([
        [say('desk.number'), receipt.applicationNumber],
        [say('desk.receipt.sequence'), String(receipt.sequence)],
        [say('desk.receipt.at'), html`<time datetime="${receipt.receivedAt.toString()}">${at}</time>`],
        [say('desk.receipt.answers'), html`<code>${receipt.answers}</code>`],
      ])}
      <h2>${say('desk.files.all')}</h2>
      ${fileList(view, files, 'whole')}
      ${buttonRow(buttonLink({ href: casePath(language, receipt.applicationNumber), words: say('desk.to-case') }))}`,
  );
}
