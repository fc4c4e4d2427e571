import { html, type Html } from './html.ts';
import type { Reader } from './reader.ts';

/** Whether a field must be filled: always, never, or under a condition in words, which holds now or does not. */
export type FieldNeed = 'required' | 'optional' | { readonly isNow: boolean; readonly words: string };

/** What every field of a form says of itself. */
export type Field = {
  readonly name: string;
  /** Where links to the field lead; its name unless two fields of a page share one. */
  readonly id?: string;
  readonly label: Html | string;
  readonly need?: FieldNeed | undefined;
  /** What may be typed, above the field. */
  readonly support?: Html | string | undefined;
  /** Why what was typed is not taken, under the field, in the words of the error summary. */
  readonly error?: string | undefined;
  /** Shown but not to be changed here; the support text says why. */
  readonly isFixed?: boolean;
  /** Words of an officer on this field, shown between label and field. */
  readonly remark?: Html | string | undefined;
};

/** The address of a field within its page. */
export function fieldId({ id, name }: Field): string {
  return id ?? name;
}

/** The badge that says whether something must be filled in. */
export function needBadge({ say }: Reader, need: FieldNeed): Html {
  if (typeof need === 'string') return html`<span class="need-badge" data-need="${need}">${say(`part.${need}`)}</span>`;
  return html`<span class="need-badge" data-need="${need.isNow ? 'required' : 'conditional'}">${need.words}</span>`;
}

/** The badge of a field; one that cannot be changed says so. */
function fieldBadge(reader: Reader, { need, isFixed = false }: Field): Html | string {
  if (isFixed) return html`<span class="need-badge" data-need="fixed">${reader.say('part.fixed')}</span>`;
  return need === undefined ? '' : needBadge(reader, need);
}

/** Ids of the texts that belong to a field, in the order they are read. */
function describers(field: Field): readonly string[] {
  const id = fieldId(field);
  return (['remark', 'support', 'error'] as const)
    .filter((part) => field[part] !== undefined && field[part] !== '')
    .map((part) => `${id}-${part}`);
}

/** `aria-describedby` and `aria-invalid` of a field; `more` are ids of further texts, as of a counter. */
export function fieldWiring(field: Field, ...more: readonly string[]): Html {
  const ids = [...describers(field), ...more];
  const described = ids.length === 0 ? '' : html` aria-describedby="${ids.join(' ')}"`;
  return html`${described}${field.error === undefined ? '' : html` aria-invalid="true"`}`;
}

/** Remark and support text of a field, as they stand above its control. */
function fieldWords({ say }: Reader, field: Field): Html {
  const id = fieldId(field);
  const { remark, support } = field;
  return html`${
    remark === undefined || remark === ''
      ? ''
      : html`<div class="form-field__remark" id="${id}-remark">
          <p class="form-field__remark-by">${say('part.remark')}</p>
          <div>${remark}</div>
        </div>`
  }
  ${support === undefined || support === '' ? '' : html`<div class="form-field__support" id="${id}-support">${support}</div>`}`;
}

/** The error text of a field, as it stands under its control. */
function fieldError({ say }: Reader, field: Field): Html | string {
  if (field.error === undefined) return '';
  return html`<p class="form-field__error" id="${fieldId(field)}-error">
    <span class="visually-hidden">${say('part.error')}</span>${field.error}
  </p>`;
}

/** The frame around one control: label with badge, officer's words, support text, the control, error text. */
export function formField(reader: Reader, field: Field, control: Html): Html {
  const id = fieldId(field);
  return html`<div class="form-field" ${field.error === undefined ? '' : html`data-fault`}>
    <label class="form-field__label" for="${id}"><span>${field.label}</span> ${fieldBadge(reader, field)}</label>
    ${fieldWords(reader, field)}
    <div class="form-field__control">${control}</div>
    ${fieldError(reader, field)}
  </div>`;
}

/** The same around several controls that answer one question. */
export function formFieldset(reader: Reader, field: Field, controls: Html): Html {
  return html`<fieldset
    class="form-field"
    id="${fieldId(field)}"
    tabindex="-1"
    ${fieldWiring(field)}
    ${field.error === undefined ? '' : html`data-fault`}
  >
    <legend class="form-field__label"><span>${field.label}</span> ${fieldBadge(reader, field)}</legend>
    ${fieldWords(reader, field)}
    <div class="form-field__control">${controls}</div>
    ${fieldError(reader, field)}
  </fieldset>`;
}
