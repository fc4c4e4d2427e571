import type { Outbox } from '../../app/mail/list-mails.ts';
import { pathIn } from '../language.ts';
import { button, buttonRow } from '../parts/button.ts';
import { deskPage } from '../parts/desk-page.ts';
import { disclosure } from '../parts/disclosure.ts';
import { descriptionList } from '../parts/description-list.ts';
import { emptyState } from '../parts/empty-state.ts';
import { html, type Html } from '../parts/html.ts';
import { notification } from '../parts/notification.ts';
import { notificationBanner } from '../parts/notification-banner.ts';
import { postForm } from '../parts/post-form.ts';
import { recordTable } from '../parts/record-table.ts';
import { statusTag } from '../parts/status-tag.ts';
import type { WorkspaceView } from '../workspace/signed-in.ts';

type ListedMail = Outbox['mails'][number];

/** Most mails the page shows. */
export const LISTED_MAILS = 100;

/** What became of asking for waiting mails to be sent, as the address of the page tells. */
export const MAILS_DONE = ['asked', 'none-waits'] as const;

/** What administrators are shown besides the mails. */
type Told = { readonly key: string; readonly done: (typeof MAILS_DONE)[number] | undefined };

function state({ say, site }: WorkspaceView, { sentAt, fault, attempts, isDropped }: ListedMail): Html {
  if (isDropped) return statusTag('neutral', say('mails.dropped'));
  if (sentAt !== undefined) return statusTag('good', say('mails.sent'));
  if (fault === undefined && site.isDemonstration) return statusTag('neutral', say('mails.kept'));
  if (fault === undefined) return statusTag('waiting', say('mails.waiting'));
  return html`${statusTag('bad', say('mails.failed'))}
    <p class="page__note">${fault} ${say('mails.attempts', { count: attempts })}</p>`;
}

function words(view: WorkspaceView, { subject, body }: ListedMail): Html {
  const { say } = view;
  const text = body === undefined ? html`<p>${say('mails.secret')}</p>` : html`<p class="written">${body}</p>`;
  return html`<bdi>${subject}</bdi> ${disclosure(say('mails.read'), text)}`;
}

function table(view: WorkspaceView, mails: readonly ListedMail[]): Html {
  const { say, site } = view;
  const columns = [
    { name: say('mails.recipient') },
    { name: say('mails.subject') },
    { name: say('mails.written'), kind: 'tight' as const },
    { name: say('mails.state') },
  ];
  const rows = mails.map((mail) => [
    html`<bdi>${mail.recipient}</bdi>`,
    words(view, mail),
    say.moment(mail.writtenAt, site.scheme.zone),
    state(view, mail),
  ]);
  return recordTable(view, { caption: say('mails.title'), isCaptionHidden: true, columns, rows });
}

/** The way to have what waits sent at once; nothing where nothing does. */
function sendNow(view: WorkspaceView, counts: Outbox['counts'], { key }: Told): Html | string {
  if (counts.waiting + counts.failed === 0) return '';
  const { say, language, signedIn } = view;
  return postForm(
    view,
    { action: pathIn(language, '/workspace/mails/send'), hidden: { csrf: signedIn.csrf, idempotencyKey: key } },
    html`<p>${say('mails.send.text')}</p>
      ${buttonRow(button({ words: say('mails.send'), weight: 'secondary' }))}`,
  );
}

function doneBanner(view: WorkspaceView, done: Told['done']): Html | string {
  if (done === undefined) return '';
  const kind = done === 'asked' ? 'success' : 'info';
  return notificationBanner(view, { kind, heading: view.say(`mails.send.${done}`), isOutcome: true });
}

function health({ say }: WorkspaceView, counts: Outbox['counts'] | undefined): Html | string {
  if (counts === undefined) return '';
  return descriptionList([
    [say('mails.sent'), String(counts.sent)],
    [say('mails.waiting'), String(counts.waiting)],
    [say('mails.failed'), String(counts.failed)],
  ]);
}

/** The mails to whoever reads, or for administrators everybody's and how they fare. */
export function mailsPage(
  view: WorkspaceView,
  { mails, counts }: { readonly mails: readonly ListedMail[]; readonly counts?: Outbox['counts'] },
  told?: Told,
): Html {
  const { say, site } = view;
  return deskPage(
    view,
    say('mails.title'),
    html`${doneBanner(view, told?.done)}
      <h1>${say('mails.title')}</h1>
      ${site.isDemonstration ? notification('info', say('mails.demonstration'), '') : health(view, counts)}
      ${counts === undefined || told === undefined || site.isDemonstration ? '' : sendNow(view, counts, told)}
      ${
        mails.length === 0
          ? emptyState(say('mails.none'), say('mails.none.text'))
          : html`${table(view, mails)}
            ${mails.length < LISTED_MAILS ? '' : html`<p>${say('mails.newest', { count: LISTED_MAILS })}</p>`}`
      }`,
  );
}
