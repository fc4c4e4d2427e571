import type { Choice } from './choice-list.ts';
import { fieldId, fieldWiring, formField, type Field } from './form-field.ts';
import { html, type Html } from './html.ts';
import type { Reader } from './reader.ts';

/** One choice out of a list too long to show. */
type SelectField = Field & {
  readonly choices: readonly Pick<Choice, 'value' | 'words'>[];
  readonly chosen?: string | undefined;
  /** What stands there while nothing is chosen; without it the first choice does. */
  readonly blank?: string;
};

/** A list that opens. */
export function selectField(reader: Reader, field: SelectField): Html {
  const { choices, chosen, blank } = field;
  const options = blank === undefined ? choices : [{ value: '', words: blank }, ...choices];
  return formField(
    reader,
    field,
    html`<span class="select-field">
      <select class="text-field select-field__input" id="${fieldId(field)}" name="${field.name}" ${fieldWiring(field)}>
        ${options.map(
          ({ value, words }) =>
            html`<option value="${value}" ${value === (chosen ?? '') ? html`selected` : ''}>${words}</option>`,
        )}
      </select>
    </span>`,
  );
}
