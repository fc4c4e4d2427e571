import { subscriptionPath } from '../../app/subscription/notice-mail.ts';
import type { ShownSubscription } from '../../app/subscription/subscription-acts.ts';
import { PUBLIC_CHANGES } from '../../core/register/public-change.ts';
import type { MessageKey } from '../../i18n/message.ts';
import { pathIn } from '../language.ts';
import { WORKSPACE_STYLESHEET } from '../assets/workspace-assets.ts';
import { button } from '../parts/button.ts';
import { dataTable } from '../parts/data-table.ts';
import { descriptionList } from '../parts/description-list.ts';
import { html, type Html } from '../parts/html.ts';
import { notification } from '../parts/notification.ts';
import { page } from '../parts/page.ts';
import { section } from '../parts/section.ts';
import type { View } from '../view.ts';
import { topicText } from './topic-text.ts';

type Notice = ShownSubscription['notices'][number];

function stateWords({ say, site }: View, { subscription }: ShownSubscription): string {
  const { confirmed_at: confirmedAt, failing_since: failingSince, disabled_at: disabledAt } = subscription;
  const { zone } = site.scheme;
  if (disabledAt !== null) return say('subscription.state.disabled', { moment: say.moment(disabledAt, zone) });
  if (confirmedAt === null) return say('subscription.state.waiting');
  if (failingSince === null) return say('subscription.state.on');
  return say('subscription.state.failing', { moment: say.moment(failingSince, zone) });
}

function whatWords(view: View, { occurrence }: Notice): Html | string {
  const { say, language } = view;
  const [first = '', second] = occurrence.split('#');
  const change = PUBLIC_CHANGES.find((each) => each === second);
  if (change === undefined) return say(`subscription.own.${first}` as MessageKey);
  return html`${say(change === 'published' ? 'label.history.published' : `status.${change}`)}
    <a href="${pathIn(language, `/labels/${first}`)}">${first}</a>`;
}

function outcomeWords({ say, site }: View, { done_at: doneAt, due_at: dueAt, status, fault }: Notice): string {
  const answered = status === null ? undefined : String(status);
  if (doneAt !== null) {
    return answered === undefined
      ? say('subscription.log.done')
      : say('subscription.log.done.status', { status: answered });
  }
  if (fault === null) return say('subscription.log.waiting');
  const why = say(`subscription.fault.${fault}` as MessageKey, { status: answered ?? '' });
  if (dueAt === null) return say('subscription.log.given-up', { why });
  return say('subscription.log.failed', { why, moment: say.moment(dueAt, site.scheme.zone) });
}

function log(view: View, { notices }: ShownSubscription): Html {
  const { say, site } = view;
  if (notices.length === 0) return html`<p>${say('subscription.log.none')}</p>`;
  const columns = (['at', 'what', 'outcome', 'attempts'] as const).map((name) => say(`subscription.log.${name}`));
  const rows = notices.map((notice) => [
    say.moment(notice.at, site.scheme.zone),
    whatWords(view, notice),
    outcomeWords(view, notice),
    say('part.number', { count: notice.attempts }),
  ]);
  return dataTable({ caption: say('subscription.log'), columns, rows });
}

function act({ say, language }: View, secret: string, which: 'confirm' | 'end'): Html {
  return html`<form method="post" action="${pathIn(language, `${subscriptionPath(secret)}/${which}`)}">
    <p>${say(`subscription.${which}.text`)}</p>
    <p>${button({ words: say(`subscription.${which}`), isGrave: which === 'end' })}</p>
  </form>`;
}

/** The key a webhook's messages are verified with, as long as it is shown. */
function hookKey({ say, language, site }: View, { signingKey, subscription }: ShownSubscription): Html | string {
  if (signingKey === undefined) return '';
  const link = `${site.baseUrl}${pathIn(language, subscriptionPath(subscription.secret))}`;
  const body = html`<p>${say('subscribe.hook.once')}</p>
    ${descriptionList([
      [say('subscribe.hook.key'), html`<code>${signingKey}</code>`],
      [say('subscribe.hook.page'), html`<a href="${link}"><code>${link}</code></a>`],
    ])}
    <p>${say('subscribe.hook.verify')}</p>`;
  return section('key', say('subscribe.hook'), body);
}

/** A subscription as whoever holds its secret sees it: what it is about, how it goes, what was sent, the way to stop it. */
export function subscriptionPage(view: View, shown: ShownSubscription, done?: 'confirmed'): Html {
  const { say } = view;
  const { subscription, topic } = shown;
  const { channel, secret, confirmed_at: confirmedAt } = subscription;
  const title = say('subscription.title');
  const facts = descriptionList([
    [say('subscription.topic'), topicText(view, topic)],
    [say('subscription.channel'), say(`subscription.channel.${channel}`)],
    [say('subscription.state'), stateWords(view, shown)],
  ]);
  const mayConfirm = channel === 'mail' && confirmedAt === null;
  const told = done && notification('info', say('subscription.confirmed'), say('subscribe.what.text'));
  const main = html`<h1>${title}</h1>
    ${told ?? ''} ${hookKey(view, shown)}
    <div class="section">${facts}</div>
    ${mayConfirm ? section('confirm', say('subscription.confirm'), act(view, secret, 'confirm')) : ''}
    ${section('log', say('subscription.log'), log(view, shown))}
    ${section('end', say('subscription.end'), act(view, secret, 'end'))}`;
  return page(view, { title, isPassing: true, sheet: WORKSPACE_STYLESHEET.path }, main);
}
