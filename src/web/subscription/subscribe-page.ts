import { subscriptionPath } from '../../app/subscription/notice-mail.ts';
import type { ShownSubscription } from '../../app/subscription/subscription-acts.ts';
import type { NamedTopic } from '../../app/subscription/topic-of.ts';
import type { Channel } from '../../core/register/topic.ts';
import { topicWords } from '../../i18n/topic-words.ts';
import { pathIn } from '../language.ts';
import { descriptionList } from '../parts/description-list.ts';
import { html, type Html } from '../parts/html.ts';
import { notification } from '../parts/notification.ts';
import { page } from '../parts/page.ts';
import { queryFields } from '../parts/query-fields.ts';
import type { Query } from '../parts/query-link.ts';
import { section } from '../parts/section.ts';
import type { View } from '../view.ts';

/** What is asked for, and what was typed that cannot be taken. */
type Asked = {
  readonly topic: NamedTopic;
  readonly query: Query;
  readonly fault?: { readonly channel: Channel; readonly typed: string; readonly code: 'unreadable' | 'already' };
};

function faultWords({ say }: View, { channel, code }: NonNullable<Asked['fault']>): readonly [string, string] {
  if (code === 'already') return [say('subscribe.webhook.already'), say('subscribe.webhook.already.mend')];
  return [say(`subscribe.${channel}.unreadable`), say(`subscribe.${channel}.mend`)];
}

function form(view: View, { query, fault }: Asked, channel: Channel): Html {
  const { say, language } = view;
  const isFault = fault?.channel === channel;
  const id = `${channel}-address`;
  const body = html`${isFault ? notification('error', ...faultWords(view, fault)) : ''}
    <form class="search-box" method="post" action="${pathIn(language, '/subscribe')}" novalidate>
      ${queryFields({ ...query, channel })}
      <label class="search-box__label" for="${id}">${say(`subscribe.${channel}.address`)}</label>
      <p id="${id}-help">${say(`subscribe.${channel}.help`)}</p>
      <div class="search-box__row">
        <input
          class="search-box__input"
          id="${id}"
          name="address"
          inputmode="${channel === 'mail' ? 'email' : 'url'}"
          autocomplete="${channel === 'mail' ? 'email' : 'off'}"
          autocapitalize="none"
          spellcheck="false"
          maxlength="2000"
          value="${isFault ? fault.typed : ''}"
          aria-describedby="${id}-help"
          ${isFault ? html`aria-invalid="true"` : ''}
        />
        <button class="search-box__button">${say(`subscribe.${channel}.act`)}</button>
      </div>
    </form>`;
  return section(channel, say(`subscribe.${channel}`), body);
}

/** Where somebody asks to be told of something, by mail or by webhook. */
export function subscribePage(view: View, asked: Asked): Html {
  const { say, language } = view;
  const title = say('subscribe.title');
  const main = html`<h1>${title}</h1>
    <div class="section page__stack">
      ${descriptionList([[say('subscribe.what'), html`<bdi>${topicWords(language, asked.topic)}</bdi>`]])}
      <p>${say('subscribe.what.text')}</p>
      <p>${say('subscribe.privacy')}</p>
    </div>
    ${form(view, asked, 'mail')} ${form(view, asked, 'webhook')}`;
  return page(view, { title, isPassing: true }, main);
}

/** Says that a mail is on its way, whether or not the address was known. */
export function mailAskedPage(view: View): Html {
  const title = view.say('subscribe.asked');
  return page(
    view,
    { title, isPassing: true },
    html`<h1>${title}</h1>
      <p class="page__lead">${view.say('subscribe.asked.text')}</p>`,
  );
}

/** Shows the secrets of a new webhook, once. */
export function hookMadePage(view: View, { secret, signing_key: signingKey }: ShownSubscription['subscription']): Html {
  const { say, language, site } = view;
  const title = say('subscribe.hook');
  const link = `${site.baseUrl}${pathIn(language, subscriptionPath(secret))}`;
  const main = html`<h1>${title}</h1>
    <div class="section page__stack">
      <p>${say('subscribe.hook.once')}</p>
      ${descriptionList([
        [say('subscribe.hook.key'), html`<code>${signingKey}</code>`],
        [say('subscribe.hook.page'), html`<a href="${link}"><code>${link}</code></a>`],
      ])}
      <p>${say('subscribe.hook.verify')}</p>
    </div>`;
  return page(view, { title, isPassing: true }, main);
}
