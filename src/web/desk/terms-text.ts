import type { SectionId } from '../../core/case/application-items.ts';
import { disclosure } from '../parts/disclosure.ts';
import { html, type Html } from '../parts/html.ts';
import { points } from '../parts/points.ts';
import type { View } from '../view.ts';
import type { DeskCase } from './desk-form.ts';

/** What somebody agrees to in the section of the terms, each document in full; nothing in other sections. */
export function termsText({ language, say }: View, { form }: DeskCase, section: SectionId): Html | string {
  if (section !== 'terms') return '';
  const texts = form.scheme.terms.map(({ title, version, points: said }) =>
    disclosure(
      say('desk.terms.text', { title: title[language], version }),
      points(said.map((one) => one[language])),
      true,
    ),
  );
  return html`${texts}`;
}
