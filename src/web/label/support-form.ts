import { pathIn } from '../language.ts';
import { html, type Html } from '../parts/html.ts';
import { notification } from '../parts/notification.ts';
import { liveAddress, type View } from '../view.ts';
import type { SupportAnswer } from './support-left.ts';

function answerText({ say }: View, answer: SupportAnswer): Html {
  switch (answer.kind) {
    case 'unreadable':
      return html`<p id="bought-error">${say(answer.reason)}</p>`;
    case 'over':
      return html`${say('label.bought.over', { until: answer.until })}`;
    case 'bought-too-late':
      return html`${say('label.bought.late', { bought: answer.bought, until: answer.until })}`;
    case 'supported':
      return html`${say('label.bought.answer', {
        bought: answer.bought,
        until: answer.until,
        length: say.duration(answer.length),
      })}
      ${say('label.bought.left', { left: say.duration(answer.left) })}`;
  }
}

/** "Support left from my purchase date": a question the server answers without keeping it. */
export function supportForm(view: View, number: string, answer: SupportAnswer | undefined): Html {
  const { site, language, say } = view;
  const isUnreadable = answer?.kind === 'unreadable';
  const kind = answer?.kind === 'supported' ? 'info' : isUnreadable ? 'error' : 'warning';
  const told = answer && notification(kind, say('label.bought'), answerText(view, answer));
  return html`<form
    class="search-box"
    action="${liveAddress(site, pathIn(language, `/labels/${number}`))}#bought-answer"
  >
    <h3 class="search-box__label">${say('label.bought')}</h3>
    <div class="search-box__answer" id="bought-answer">${told}</div>
    <label class="search-box__name" for="bought">${say('label.bought.day')}</label>
    <p id="bought-help">${say('label.bought.help')}</p>
    <div class="search-box__row">
      <input
        class="search-box__input"
        data-kind="day"
        id="bought"
        name="bought"
        value="${answer?.typed ?? ''}"
        maxlength="50"
        autocomplete="off"
        aria-describedby="bought-help${isUnreadable ? ' bought-error' : ''}"
        ${isUnreadable ? html`aria-invalid="true"` : ''}
      />
      <button class="search-box__button">${say('label.bought.submit')}</button>
    </div>
  </form>`;
}
