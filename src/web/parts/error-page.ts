import { ERRORS, type ErrorCode } from '../../formats/problem/error-codes.ts';
import type { MessageParam } from '../../i18n/message.ts';
import { pathIn } from '../language.ts';
import type { View } from '../view.ts';
import { html, type Html } from './html.ts';
import { page } from './page.ts';
import { searchBox } from './search-box.ts';

/** An error as shown: which one, what its words need, and for faults of ours the number it is recorded under. */
export type ShownError = {
  readonly code: ErrorCode;
  readonly params?: Readonly<Record<string, MessageParam>>;
  readonly incident?: string;
};

/** A page that says what went wrong and what to do now. */
export function errorPage(view: View, { code, params, incident }: ShownError): Html {
  const { site, language, say } = view;
  const heading = say(`error.${code}`);
  const main = html`<h1>${heading}</h1>
    <p class="page__lead">${say(`error.${code}.text`, { contact: site.scheme.operator.contact, ...params })}</p>
    ${incident === undefined ? '' : html`<p class="page__lead">${say('error.incident', { id: incident })}</p>`}
    ${ERRORS[code] === 404 ? searchBox(view) : ''}
    <p class="page__lead"><a href="${pathIn(language, '/')}">${say('site.to-home')}</a></p>`;
  return page({ ...view, path: '/' }, { title: heading, isPassing: true }, main);
}
