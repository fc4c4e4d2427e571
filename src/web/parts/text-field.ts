import { attribute } from './attribute.ts';
import { fieldId, fieldWiring, formField, type Field } from './form-field.ts';
import { html, type Html } from './html.ts';
import type { Reader } from './reader.ts';

/** One line of text. */
export type TextField = Field & {
  readonly value?: string;
  readonly kind?: 'text' | 'email' | 'tel' | 'url' | 'number' | 'day' | 'search';
  /** How much is expected, in full-width characters; the field takes more. */
  readonly width?: 'short' | 'middle' | 'whole';
  /** What the browser may fill in (WCAG 1.3.5), as `organization` or `email`. */
  readonly autocomplete?: string;
  /** Said after the field, as a unit. */
  readonly unit?: string;
};

/** Which keys a phone offers. The type stays text: browsers refuse or alter what they take for wrong. */
const KEYS: Readonly<Record<NonNullable<TextField['kind']>, string>> = {
  text: 'text',
  email: 'email',
  tel: 'tel',
  url: 'url',
  number: 'numeric',
  day: 'text',
  search: 'search',
};

/** A field for one line of text; takes any width, hyphen and spacing, and shows again what was typed. */
export function textField(reader: Reader, field: TextField): Html {
  const { value = '', kind = 'text', width = 'whole', autocomplete = 'off', unit } = field;
  const id = fieldId(field);
  const unitId = `${id}-unit`;
  const isCode = kind !== 'text';
  const input = html`<input
    class="text-field"
    type="text"
    id="${id}"
    name="${field.name}"
    value="${value}"
    dir="auto"
    inputmode="${KEYS[kind]}"
    autocomplete="${autocomplete}"
    data-width="${width}"
    ${isCode ? html`spellcheck="false" autocapitalize="none"` : ''}
    ${attribute('readonly', field.isFixed)}
    ${unit === undefined ? fieldWiring(field) : fieldWiring(field, unitId)}
  />`;
  return formField(
    reader,
    field,
    html`<div class="text-field__row">
      ${input}${unit === undefined ? '' : html`<span id="${unitId}">${unit}</span>`}
    </div>`,
  );
}

/** A field for a whole number; digits of any width and with separators are taken. */
export function numberField(reader: Reader, field: Omit<TextField, 'kind'>): Html {
  return textField(reader, { width: 'short', ...field, kind: 'number' });
}

/** A field for a day, in the calendar of the era or the western one; says how unless given other words. */
export function dayField(reader: Reader, field: Omit<TextField, 'kind'>): Html {
  return textField(reader, { support: reader.say('part.day.support'), width: 'middle', ...field, kind: 'day' });
}
