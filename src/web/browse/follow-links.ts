import { pathIn } from '../language.ts';
import { html, type Html } from '../parts/html.ts';
import { queryLink, type Query } from '../parts/query-link.ts';
import { section } from '../parts/section.ts';
import type { View } from '../view.ts';

/** What can be followed: its feed, and the query that names it to who wants to be told. */
type Followed = { readonly feed: string; readonly query: Query };

/** The ways to be told when something on a page changes. */
export function followLinks({ say, language }: View, { feed, query }: Followed): Html {
  return section(
    'follow',
    say('follow.heading'),
    html`<ul class="points">
      <li><a href="${feed}" type="application/atom+xml">${say('follow.feed')}</a></li>
      <li><a href="${queryLink(pathIn(language, '/subscribe'), query)}">${say('follow.subscribe')}</a></li>
    </ul>`,
  );
}
