import type { MessageKey } from '../../i18n/message.ts';
import { html, type Html } from '../parts/html.ts';
import { page } from '../parts/page.ts';
import { section } from '../parts/section.ts';
import type { View } from '../view.ts';

/** The pages every site owes its readers, each as headings with a text. */
export const NOTES = {
  accessibility: ['goal', 'how', 'gaps', 'contact'],
  terms: ['data', 'label', 'liability', 'privacy'],
} as const;
export type NoteId = keyof typeof NOTES;

/** A page of plain notes. */
export function notePage(view: View, id: NoteId): Html {
  const { site, say } = view;
  const { contact } = site.scheme.operator;
  const parts = NOTES[id].map((part) => {
    const key = `${id}.${part}` as MessageKey;
    return section(part, say(key), html`<p>${say(`${key}.text` as MessageKey, { contact })}</p>`);
  });
  const title = say(`${id}.title`);
  return page(
    view,
    { title },
    html`<h1>${title}</h1>
      ${parts}`,
  );
}
