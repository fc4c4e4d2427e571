import type { MessageParam } from '../../i18n/message.ts';
import { pathIn } from '../language.ts';
import type { View } from '../view.ts';
import { html, type Html } from './html.ts';
import { page } from './page.ts';
import { searchBox } from './search-box.ts';

/** What may go wrong with a request, each with its status code. */
export const ERRORS = {
  malformed_request: 400,
  malformed_day: 400,
  not_permitted: 403,
  not_same_origin: 403,
  no_role: 403,
  invitation_unusable: 403,
  not_found: 404,
  no_such_label: 404,
  not_public_yet: 404,
  wrong_check_character: 404,
  method_not_allowed: 405,
  body_not_taken: 413,
  form_too_large: 413,
  address_too_long: 414,
  form_not_taken: 415,
  too_many_requests: 429,
  too_many_attempts: 429,
  too_many_pages: 429,
  headers_too_large: 431,
  internal: 500,
  unavailable: 503,
} as const;
export type ErrorCode = keyof typeof ERRORS;

/** An error as shown: which one, what its words need, and for faults of ours the number it is recorded under. */
export type ShownError = {
  readonly code: ErrorCode;
  readonly params?: Readonly<Record<string, MessageParam>>;
  readonly incident?: string;
};

/** A page that says what went wrong and what to do now. */
export function errorPage(view: View, { code, params, incident }: ShownError): Html {
  const { site, language, say } = view;
  const heading = say(`error.${code}`, params);
  const main = html`<h1>${heading}</h1>
    <p class="page__lead">${say(`error.${code}.text`, { contact: site.scheme.operator.contact, ...params })}</p>
    ${incident === undefined ? '' : html`<p class="page__lead">${say('error.incident', { id: incident })}</p>`}
    ${ERRORS[code] === 404 ? searchBox(view) : ''}
    <p class="page__lead"><a href="${pathIn(language, '/')}">${say('site.to-home')}</a></p>`;
  return page({ ...view, path: '/' }, { title: heading, isPassing: true }, main);
}
