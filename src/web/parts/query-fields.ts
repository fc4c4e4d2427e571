import { html, type Html } from './html.ts';
import type { Query } from './query-link.ts';

/** What a form that asks for a list keeps of the list's address, unseen; what is empty or absent is left out. */
export function queryFields(query: Query): Html {
  const kept = Object.entries(query).flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [html`<input type="hidden" name="${name}" value="${value}" />`],
  );
  return html`${kept}`;
}
