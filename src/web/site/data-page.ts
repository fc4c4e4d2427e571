import { descriptionList } from '../parts/description-list.ts';
import { html, type Html } from '../parts/html.ts';
import { page } from '../parts/page.ts';
import { section } from '../parts/section.ts';
import { pathIn } from '../language.ts';
import type { View } from '../view.ts';

/** What there is to take away, with the words for it, in the order it is shown. */
const FILES = [
  ['/api/v1/dump/labels.csv?encoding=utf-8-bom', 'data.csv'],
  ['/api/v1/dump/labels.jsonl', 'data.jsonl'],
  ['/api/v1/dump/labels.jsonld', 'data.jsonld'],
  ['/api/v1/snapshots', 'data.snapshots'],
  ['/api/v1/catalog.jsonld', 'data.catalog'],
  ['/api/v1/openapi.json', 'data.openapi'],
] as const;

/** Requests to copy; what follows `curl` needs no quoting beyond what stands here. */
function examples({ site, say }: View): Html {
  const root = `${site.baseUrl}/api/v1`;
  const rows = [
    [say('data.example.search'), `curl '${root}/labels?q=HGW-700&state=valid'`],
    [say('data.example.day'), `curl -OJ '${root}/dump/labels.jsonl?asof=2026-04-01'`],
    [say('data.example.absence'), `curl -OJ '${root}/absence?model=HGW-999'`],
    [
      say('data.example.lookup'),
      `curl -H 'content-type: application/json' -d '{"numbers":["S1-26-00001-A"]}' ${root}/labels/lookup`,
    ],
  ] as const;
  return html`<ul>
    ${rows.map(([what, command]) => html`<li>${what}<br /><code>${command}</code></li>`)}
  </ul>`;
}

/** The register as open data: which files and addresses there are, what may be done with them, requests to copy. */
export function dataPage(view: View): Html {
  const { say, language } = view;
  const files = FILES.map(
    ([address, key]) => [say(key), html`<a href="${address}"><code>${address.replace(/\?.*/, '')}</code></a>`] as const,
  );
  const licence = html`<p>${say('terms.data.text')}</p>
    <p><a href="${pathIn(language, '/terms')}">${say('site.terms')}</a></p>`;
  const title = say('data.title');
  return page(
    view,
    { title, description: say('data.what.text') },
    html`<h1>${title}</h1>
      ${section('what', say('data.what'), html`<p>${say('data.what.text')}</p>`)}
      ${section('files', say('data.files'), descriptionList(files))}
      ${section('cp932', say('data.cp932'), html`<p>${say('data.cp932.text')}</p>`)}
      ${section('examples', say('data.examples'), examples(view))} ${section('licence', say('terms.data'), licence)}`,
  );
}
