import { pathIn } from '../language.ts';
import { liveAddress, type View } from '../view.ts';
import type { SignedIn } from '../workspace/signed-in.ts';
import { html, type Html } from './html.ts';
import { linkOut } from './link-out.ts';

/** Who runs the register, how to reach them, and what may be done with what stands here. */
export function siteFooter({ site, language, say, signedIn }: View & { readonly signedIn?: SignedIn }): Html {
  const { operator } = site.scheme;
  const across =
    signedIn === undefined
      ? html`<a href="${liveAddress(site, pathIn(language, '/workspace'))}">${say('site.workspace')}</a>`
      : html`<a href="${pathIn(language, '/')}">${say('site.register')}</a>`;
  return html`<footer class="footer">
    <div class="page__inner">
      <p class="footer__facts">
        <span>${say('site.operator')}: ${linkOut(operator.url, operator.name[language])}</span>
        <span>${say('site.contact')}: <bdi>${operator.contact}</bdi></span>
      </p>
      <nav aria-label="${say('site.footer')}">
        <ul class="footer__links">
          <li><a href="${pathIn(language, '/makers')}">${say('browse.makers')}</a></li>
          <li><a href="${pathIn(language, '/types')}">${say('browse.types')}</a></li>
          <li><a href="${pathIn(language, '/log')}">${say('log.title')}</a></li>
          <li><a href="${pathIn(language, '/verify')}">${say('site.verify')}</a></li>
          <li><a href="${pathIn(language, '/accessibility')}">${say('site.accessibility')}</a></li>
          <li><a href="${pathIn(language, '/terms')}">${say('site.terms')}</a></li>
          <li><a href="${pathIn(language, '/data')}">${say('site.open-data')}</a></li>
          <li>${across}</li>
        </ul>
      </nav>
    </div>
  </footer>`;
}
