import type { View } from '../view.ts';
import { html, type Html } from './html.ts';

/** A form that a passkey answers. */
type PasskeyForm = {
  /** Whether a new passkey is made, or one is used. */
  readonly kind: 'create' | 'get';
  readonly action: string;
  /** Where the challenge is asked for. */
  readonly options: string;
  readonly words: string;
  /** Fields besides the answer: the token, where to go, a name. */
  readonly fields: Html;
};

/** A form with one button that asks the device; says what happens, and why nothing can where it cannot. */
export function passkeyForm({ say }: Pick<View, 'say'>, form: PasskeyForm): Html {
  return html`<form method="post" action="${form.action}" data-passkey="${form.kind}" data-options="${form.options}">
    ${form.fields}
    <input type="hidden" name="ceremony" value="" />
    <input type="hidden" name="answer" value="" />
    <button class="button" data-weight="primary" type="submit">${form.words}</button>
    <p
      role="status"
      data-passkey-status
      data-waiting="${say('sign-in.passkey.waiting')}"
      data-failed="${say('sign-in.passkey.failed')}"
      data-unable="${say('sign-in.passkey.unable')}"
      hidden
    ></p>
    <noscript><p>${say('sign-in.passkey.script')}</p></noscript>
  </form>`;
}
