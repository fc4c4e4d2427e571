import { fieldId, fieldWiring, formField, type Field } from './form-field.ts';
import { html, type Html } from './html.ts';
import type { Reader } from './reader.ts';

/** A text of several lines. */
type TextArea = Field & {
  readonly value?: string;
  readonly rows?: number;
  /** The most characters taken; more can be typed, so that nothing pasted is cut. */
  readonly most?: number;
};

/** Says how long a text may be; with script, how much is left. Its words for the script are in the page. */
function counter({ say }: Reader, id: string, most: number): Html {
  return html`<p
    class="text-area__counter"
    id="${id}-counter"
    data-counter="${id}"
    data-most="${most}"
    data-left="${say('part.counter.left', { count: '{count}' })}"
    data-over="${say('part.counter.over', { count: '{count}' })}"
  >
    ${say('part.counter.most', { most })}
  </p>`;
}

/** A field for several lines. */
export function textArea(reader: Reader, field: TextArea): Html {
  const { value = '', rows = 5, most } = field;
  const id = fieldId(field);
  const wiring = most === undefined ? fieldWiring(field) : fieldWiring(field, `${id}-counter`);
  // browsers drop the line break after the tag, and only that one
  const control = html`<textarea
      class="text-field text-area"
      id="${id}"
      name="${field.name}"
      rows="${rows}"
      dir="auto"
      ${wiring}
    >
${value}</textarea>
    ${most === undefined ? '' : counter(reader, id, most)}`;
  return formField(reader, field, control);
}
