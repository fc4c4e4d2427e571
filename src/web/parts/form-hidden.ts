import { html, type Html } from './html.ts';

/** What each form carries unseen. */
export type FormHidden = {
  /** Shows that the form is ours. */
  readonly csrf: string;
  /** Names this filling of the form, so that sending it twice does it once. */
  readonly idempotencyKey: string;
  /** Further values, as the version of a draft that is written over. */
  readonly more?: Readonly<Record<string, string>>;
};

/** The names under which they are sent. */
export const HIDDEN_NAMES = { csrf: 'csrf', idempotencyKey: 'idempotency_key' } as const;

/** The unseen fields of a form. What is saved by script on the way leaves the idempotency key out: it is for the sending. */
export function formHidden({ csrf, idempotencyKey, more = {} }: FormHidden): Html {
  const field = (name: string, value: string): Html => html`<input type="hidden" name="${name}" value="${value}" />`;
  return html`${field(HIDDEN_NAMES.csrf, csrf)}<input
      type="hidden"
      name="${HIDDEN_NAMES.idempotencyKey}"
      value="${idempotencyKey}"
      data-once
    />${Object.entries(more).map(([name, value]) => field(name, value))}`;
}
