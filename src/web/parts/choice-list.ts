import { fieldId, formFieldset, type Field } from './form-field.ts';
import { html, type Html } from './html.ts';
import type { Reader } from './reader.ts';

/** One thing to choose. */
export type Choice = {
  readonly value: string;
  readonly words: Html | string;
  readonly support?: Html | string | undefined;
};

/** A question with its choices and what is chosen. */
type ChoiceList = Field & {
  /** One of them, or as many as apply. */
  readonly takes: 'one' | 'many';
  readonly choices: readonly Choice[];
  readonly chosen?: readonly string[];
  /** Short choices beside each other where there is room. */
  readonly isAcross?: boolean;
};

/** Radio buttons or checkboxes under their question. An error link leads to the question. */
export function choiceList(reader: Reader, field: ChoiceList): Html {
  const { takes, choices, chosen = [], isAcross = false } = field;
  const option = ({ value, words, support }: Choice, place: number): Html => {
    const id = `${fieldId(field)}-${place + 1}`;
    const described = support === undefined ? '' : html`aria-describedby="${id}-support"`;
    return html`<div class="choice">
      <input
        class="choice__input"
        type="${takes === 'one' ? 'radio' : 'checkbox'}"
        id="${id}"
        name="${field.name}"
        value="${value}"
        ${described}
        ${chosen.includes(value) ? html`checked` : ''}
      />
      <label class="choice__label" for="${id}">${words}</label>
      ${support === undefined ? '' : html`<p class="choice__support" id="${id}-support">${support}</p>`}
    </div>`;
  };
  return formFieldset(
    reader,
    field,
    html`<div class="choice-list" ${isAcross ? html`data-across` : ''}>${choices.map(option)}</div>`,
  );
}

/** One box to tick, as a promise or a consent; the words beside it are its label. */
export function tickBox(field: {
  readonly name: string;
  readonly words: Html | string;
  readonly value?: string;
  readonly isTicked?: boolean;
}): Html {
  const { name, words, value = 'yes', isTicked = false } = field;
  return html`<div class="choice">
    <input
      class="choice__input"
      type="checkbox"
      id="${name}"
      name="${name}"
      value="${value}"
      ${isTicked ? html`checked` : ''}
    />
    <label class="choice__label" for="${name}">${words}</label>
  </div>`;
}
