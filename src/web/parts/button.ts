import { attribute } from './attribute.ts';
import { html, type Html } from './html.ts';

/** How much a button weighs: one primary on a page, tertiary where many stand together. */
type Weight = 'primary' | 'secondary' | 'tertiary';

/** What submits a form, or does nothing and says why. */
export type Button = {
  readonly words: string;
  readonly weight?: Weight;
  /** Dense places: 40 px instead of 48. */
  readonly isSmall?: boolean;
  /** Ends or removes something. */
  readonly isGrave?: boolean;
  /** Says more to who does not see what stands around the button: "Remove report.pdf". */
  readonly fullWords?: string;
  /** Which of a form's buttons it was, and where the form goes instead. */
  readonly name?: string;
  readonly value?: string;
  readonly action?: string;
  /** The form it belongs to when it stands outside of it. */
  readonly form?: string;
  /** Why it cannot be pressed now, in the words of the rule; the id ties the words to the button. */
  readonly off?: { readonly id: string; readonly reason: Html | string };
};

function looks({ weight = 'primary', isSmall = false, isGrave = false }: Button): Html {
  return html`class="button"
  data-weight="${weight}"${attribute('data-size', isSmall ? 'small' : undefined)}${attribute(
    'data-grave',
    isGrave ? 'true' : undefined,
  )}`;
}

/** A button. One that is off can still be reached and heard with its reason, and submits nothing. */
export function button(asked: Button): Html {
  const { words, fullWords, off, name, value, action, form } = asked;
  const label = attribute('aria-label', fullWords);
  if (off !== undefined) {
    return html`<span class="button__off">
      <button type="button" ${looks(asked)} aria-disabled="true" aria-describedby="${off.id}" ${label}>${words}</button>
      <span class="button__reason" id="${off.id}">${off.reason}</span>
    </span>`;
  }
  const target = html`${attribute('name', name)}${attribute('value', value)}${attribute('formaction', action)}${attribute(
    'form',
    form,
  )}`;
  return html`<button type="submit" ${looks(asked)} ${target} ${label}>${words}</button>`;
}

/** A link that looks like a button: it goes somewhere and changes nothing. */
export function buttonLink({ href, ...asked }: Omit<Button, 'off'> & { readonly href: string }): Html {
  return html`<a href="${href}" ${looks({ weight: 'secondary', ...asked })} ${attribute('aria-label', asked.fullWords)}
    >${asked.words}</a
  >`;
}

/** Buttons beside each other, the most important one first; under each other where there is no room. */
export function buttonRow(...buttons: readonly Html[]): Html {
  return html`<div class="button-row">${buttons}</div>`;
}
