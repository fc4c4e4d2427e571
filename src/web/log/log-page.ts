import type { ShownLog } from '../../app/log/read-log.ts';
import { pathIn } from '../language.ts';
import { descriptionList } from '../parts/description-list.ts';
import { html, type Html } from '../parts/html.ts';
import { page } from '../parts/page.ts';
import { section } from '../parts/section.ts';
import type { View } from '../view.ts';

/** What the public log is, how far it goes, and how anybody verifies it without trusting this site. */
export function logPage(view: View, log: ShownLog): Html {
  const { site, say } = view;
  const rows = [
    [say('log.size'), String(log.size)],
    [say('log.key'), html`<code>${log.verifierKey}</code>`],
    ...(log.joiningKey === undefined
      ? []
      : ([[say('log.joining-key'), html`<code>${log.joiningKey}</code>`]] as const)),
    [say('log.checkpoint'), html`<a href="/log/checkpoint">/log/checkpoint</a>`],
  ] as const;
  const commands = html`<p><a href="${pathIn(view.language, '/verify')}">${say('log.verify.page')}</a></p>
    <p>${say('log.verify.text')}</p>
    <ul>
      <li>${say('log.verify.label')}<br /><code>shirushi verify ${site.baseUrl}/labels/…</code></li>
      <li>${say('log.verify.all')}<br /><code>shirushi audit ${site.baseUrl}</code></li>
    </ul>
    <p>${say('log.verify.key')}</p>`;
  const title = say('log.title');
  return page(
    view,
    { title },
    html`<h1>${title}</h1>
      ${section('what', say('log.what'), html`<p>${say('log.what.text')}</p>`)}
      ${section('head', say('log.head'), descriptionList(rows))} ${section('verify', say('log.verify'), commands)}`,
  );
}
