import { html, type Html } from './html.ts';

const WEB_ADDRESS = /^https?:\/\/[^\s"'<>]+$/i;
const MAIL_ADDRESS = /^[\w.+-]+@[\w-]+(\.[\w-]+)+$/;

/**
 * An address written by a vendor or the operator, as a link where it is one; anything else stays text, so that no other
 * kind of address (`javascript:`) can be followed.
 */
export function linkOut(address: string, words: string = address): Html {
  if (WEB_ADDRESS.test(address)) return html`<a href="${address}" rel="external noopener nofollow">${words}</a>`;
  if (MAIL_ADDRESS.test(address)) return html`<a href="mailto:${address}">${words}</a>`;
  return html`<bdi>${words}</bdi>`;
}
