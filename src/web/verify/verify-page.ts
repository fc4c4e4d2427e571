import type { MessageKey } from '../../i18n/message.ts';
import { WORKSPACE_STYLESHEET } from '../assets/workspace-assets.ts';
import { button } from '../parts/button.ts';
import { fileField } from '../parts/file-field.ts';
import { html, type Html } from '../parts/html.ts';
import { page } from '../parts/page.ts';
import { textArea } from '../parts/text-area.ts';
import type { View } from '../view.ts';
import { verifierModules } from './verifier-modules.ts';

/** The outcomes and steps the script may have to say, which are those of the command line. */
const WORDS: readonly MessageKey[] = [
  ...(['mark.ok', 'mark.failed', 'mark.unknown', 'proven', 'unsettled', 'not-proven'] as const).map(
    (name) => `verify.${name}` as const,
  ),
  ...(['key', 'proof', 'checkpoint', 'witness', 'inclusion', 'entry', 'subject', 'absence'] as const).flatMap(
    (step) => [`verify.${step}.ok`, `verify.${step}.failed`] as const,
  ),
  ...(
    [
      'issuer',
      'credential',
      'signature',
      'content',
      'label',
      'period',
      'status-list',
      'revocation',
      'suspension',
    ] as const
  ).flatMap((step) => [`verify.${step}.ok`, `verify.${step}.failed`] as const),
  ...(['period', 'revocation', 'suspension'] as const).map((step) => `verify.${step}.unknown` as const),
  'verify.page.title',
  'verify.page.list',
  'verify.page.too-long',
  'verify.page.unreadable',
  'verify.page.unable',
];

/** The places the script fills in. */
const PLACES = Object.fromEntries(
  [
    'name',
    'id',
    'code',
    'origin',
    'size',
    'at',
    'index',
    'number',
    'publishedAt',
    'found',
    'expected',
    'thing',
    'day',
    'issuer',
    'key',
    'list',
    'until',
    'graceUntil',
  ].map((place) => [place, `{${place}}`] as const),
);

/** The keys this register shows: of its log, and of its credentials. */
type ShownKeys = { readonly key: string; readonly issuer: string };

/** Where anybody verifies a file they have kept, in the browser alone. */
export function verifyPage(view: View, { key, issuer }: ShownKeys): Html {
  const { site, say } = view;
  const { base, main, texts } = verifierModules();
  const imported = [...texts.keys()].filter((path) => path !== main).map((path) => base + path);
  const words = JSON.stringify(Object.fromEntries(WORDS.map((name) => [name, say(name, PLACES)])));
  const title = say('verify.page.title');
  const script = { path: base + main, imported, sheet: WORKSPACE_STYLESHEET.path };
  return page(
    view,
    { title, script },
    html`<div class="page__stack">
      <h1>${title}</h1>
      <p>${say('verify.page.text')}</p>
      <noscript>
        <p>${say('verify.page.no-script')}</p>
        <p><code>shirushi verify S1-….tlog-proof --key log.vkey</code></p>
      </noscript>
      <form class="form" id="verifier" hidden>
        ${fileField(view, { name: 'files', label: say('verify.page.files'), support: say('verify.page.files.support') })}
        ${textArea(view, {
          name: 'key',
          label: say('verify.page.key'),
          support: say('verify.page.key.support', { address: `${site.baseUrl}/log/vkey` }),
          value: key,
          rows: 3,
        })}
        ${textArea(view, {
          name: 'issuer',
          label: say('verify.page.issuer'),
          support: say('verify.page.issuer.support', { address: `${site.baseUrl}/issuer` }),
          value: issuer,
          rows: 3,
        })}
        ${textArea(view, {
          name: 'witnesses',
          label: say('verify.page.witnesses'),
          need: 'optional',
          support: say('verify.page.witnesses.support'),
          rows: 2,
        })}
        ${button({ words: say('verify.page.submit') })}
      </form>
      <div class="page__stack" id="results" role="status" data-words="${words}"></div>
      <p>${say('verify.page.trust')}</p>
    </div>`,
  );
}
