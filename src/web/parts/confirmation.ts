import { button, buttonLink, buttonRow, type Button } from './button.ts';
import { descriptionList, type Description } from './description-list.ts';
import { html, type Html } from './html.ts';
import { points } from './points.ts';
import { postForm, type PostForm } from './post-form.ts';
import type { Reader } from './reader.ts';

const HEADINGS = {
  1: (question: string) => html`<h1>${question}</h1>`,
  2: (question: string) => html`<h2>${question}</h2>`,
  3: (question: string) => html`<h3>${question}</h3>`,
} as const;

/** An act that is asked about once more on a page of its own. */
type Confirmation = {
  /** The act as a question: the heading of the page (1, unless told), of a section (2), or below one (3). */
  readonly question: string;
  readonly level?: keyof typeof HEADINGS;
  /** What it is done to. */
  readonly facts: readonly Description[];
  /** What follows from it. */
  readonly consequences: readonly string[];
  /** Fields for a reason and the like. */
  readonly fields?: Html;
  readonly form: PostForm;
  readonly confirm: Button;
  readonly cancel: { readonly words: string; readonly href: string };
};

/** The content of a page that asks before something grave is done: what to, what follows, and the way back. */
export function confirmation(reader: Reader, asked: Confirmation): Html {
  const { question, level = 1, facts, consequences, fields, form, confirm, cancel } = asked;
  const { say } = reader;
  return html`<div class="confirmation">
    ${HEADINGS[level](question)} ${facts.length === 0 ? '' : descriptionList(facts)}
    ${
      consequences.length === 0
        ? ''
        : html`<p class="confirmation__follows">${say('part.consequences')}</p>
            ${points(consequences)}`
    }
    ${postForm(
      reader,
      form,
      html`${fields ?? ''}${buttonRow(button(confirm), buttonLink({ ...cancel, weight: 'tertiary' }))}`,
    )}
  </div>`;
}
