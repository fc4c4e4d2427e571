import type { NamedTopic } from '../../app/subscription/topic-of.ts';
import type { Channel } from '../../core/register/topic.ts';
import { WORKSPACE_STYLESHEET } from '../assets/workspace-assets.ts';
import { pathIn } from '../language.ts';
import { button } from '../parts/button.ts';
import { descriptionList } from '../parts/description-list.ts';
import { errorSummary, titleWithFaults, type Fault } from '../parts/error-summary.ts';
import { html, type Html } from '../parts/html.ts';
import { notification } from '../parts/notification.ts';
import { page } from '../parts/page.ts';
import { queryFields } from '../parts/query-fields.ts';
import type { Query } from '../parts/query-link.ts';
import { section } from '../parts/section.ts';
import { textField } from '../parts/text-field.ts';
import type { View } from '../view.ts';
import { topicText } from './topic-text.ts';

/** What was typed, and why it is not taken: nothing can be sent to it, or it is told of this already. */
export type AddressFault = {
  readonly channel: Channel;
  readonly typed: string;
  readonly code: 'unreadable' | 'already';
};

/** What is asked for. */
type Asked = { readonly topic: NamedTopic; readonly query: Query; readonly fault?: AddressFault | undefined };

const fieldOf = (channel: Channel): string => `${channel}-address`;

function faultWords({ say }: View, { channel, code }: AddressFault): string {
  return code === 'already' ? say('subscribe.webhook.already') : say(`subscribe.${channel}.unreadable`);
}

/** A demonstration takes the form, but nothing goes out of it by mail. */
function noMail({ say, site }: View): Html {
  return site.isDemonstration
    ? notification('info', say('subscribe.demonstration'), say('subscribe.demonstration.text'))
    : html``;
}

function form(view: View, { query, fault }: Asked, channel: Channel): Html {
  const { say, language } = view;
  const own = fault?.channel === channel ? fault : undefined;
  const field = textField(view, {
    name: 'address',
    id: fieldOf(channel),
    label: say(`subscribe.${channel}.address`),
    need: 'required',
    support: say(`subscribe.${channel}.help`),
    error: own && faultWords(view, own),
    kind: channel === 'mail' ? 'email' : 'url',
    autocomplete: channel === 'mail' ? 'email' : 'off',
    value: own?.typed ?? '',
  });
  const submit = button({
    words: say(`subscribe.${channel}.act`),
    weight: channel === 'mail' ? 'primary' : 'secondary',
  });
  const body = html`${channel === 'mail' ? noMail(view) : ''}
    <form class="form" method="post" action="${pathIn(language, '/subscribe')}" novalidate>
      ${queryFields({ ...query, channel })} ${field} ${submit}
    </form>`;
  return section(channel, say(`subscribe.${channel}`), body);
}

/** The form for a mail address; where no mail goes out, what to do instead. */
function byMail(view: View, asked: Asked): Html {
  const { say, site } = view;
  if (site.sendsMail) return form(view, asked, 'mail');
  return section(
    'mail',
    say('subscribe.mail'),
    notification('info', say('subscribe.no-mail'), say('subscribe.no-mail.text')),
  );
}

/** Where somebody asks to be told of something, by mail or by webhook. */
export function subscribePage(view: View, asked: Asked): Html {
  const { say } = view;
  const { topic, fault } = asked;
  const faults: readonly Fault[] =
    fault === undefined ? [] : [{ field: fieldOf(fault.channel), words: faultWords(view, fault) }];
  const main = html`${errorSummary(view, faults)}
    <h1>${say('subscribe.title')}</h1>
    <div class="section page__stack">
      ${descriptionList([[say('subscribe.what'), topicText(view, topic)]])}
      <p>${say('subscribe.what.text')}</p>
      <p>${say('subscribe.privacy')}</p>
    </div>
    ${byMail(view, asked)} ${form(view, asked, 'webhook')}`;
  const title = titleWithFaults(view, say('subscribe.title'), faults);
  return page(view, { title, isPassing: true, sheet: WORKSPACE_STYLESHEET.path }, main);
}

/**
 * Says that a mail is on its way (in a demonstration, that none is), whether or not the address was known; or that a
 * subscription was ended.
 */
export function doneSubscriptionPage(view: View, done: 'asked' | 'ended'): Html {
  const { say } = view;
  const asked = view.site.isDemonstration ? 'subscribe.demonstration' : 'subscribe.asked';
  const [title, text] =
    done === 'asked' ? [say(asked), say(`${asked}.text`)] : [say('subscription.ended'), say('subscription.ended.text')];
  return page(
    view,
    { title, isPassing: true },
    html`<h1>${title}</h1>
      <p class="page__lead">${text}</p>`,
  );
}
