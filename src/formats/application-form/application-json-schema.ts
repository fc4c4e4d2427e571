import type { AnswerKind } from '../../core/case/answer-kinds.ts';
import { isAlwaysRequired } from '../../core/case/item-requirements.ts';
import type { ItemId } from '../../core/case/application-items.ts';
import type { Language } from '../../core/kernel/text.ts';
import { JSON_FORM, JSON_VERSION } from './application-json.ts';
import type { Form } from './form-choices.ts';
import { columnFields, itemFields, type FormField } from './form-fields.ts';
import { TABLE_IDS } from './readable-form.ts';

type JsonSchema = Readonly<Record<string, unknown>>;

const KINDS: Readonly<Record<AnswerKind, JsonSchema>> = {
  text: { type: 'string' },
  'long-text': { type: 'string' },
  'web-address': { type: 'string', format: 'uri' },
  'mail-address': { type: 'string', format: 'email' },
  'corporate-number': { type: 'string', pattern: '^[1-9][0-9]{12}$' },
  'trade-item-number': { type: 'string', pattern: '^[0-9]{14}$' },
  day: { type: 'string', format: 'date' },
  'yes-no': { type: 'boolean' },
  choice: { type: 'string' },
  choices: { type: 'array', items: { type: 'string' }, uniqueItems: true },
  'file-names': { type: 'array', items: { type: 'string', pattern: '^[^/\\\\:*?"<>|]+$' }, uniqueItems: true },
};

/** Choices whose values differ between criteria sets or come from the application itself are left open. */
function withChoices(field: FormField): JsonSchema {
  const base = KINDS[field.item.kind];
  if (field.choices === undefined || field.item.choices === 'criteria') return base;
  const values = { enum: field.choices.map(({ id }) => id) };
  return field.item.kind === 'choices' ? { ...base, items: values } : values;
}

function questionSchema(field: FormField, language: Language): JsonSchema {
  const { item, label, help } = field;
  return {
    title: label[language],
    description: help[language],
    ...withChoices(field),
    ...(item.most === undefined ? {} : { maxLength: item.most }),
  };
}

function closedObject(
  fields: readonly FormField[],
  idOf: (field: FormField) => string,
  language: Language,
): JsonSchema {
  return {
    type: 'object',
    properties: Object.fromEntries(fields.map((field) => [idOf(field), questionSchema(field, language)])),
    additionalProperties: false,
  };
}

function sectionSchema(fields: readonly FormField[], section: 'scope' | 'profile', language: Language): JsonSchema {
  const own = fields.filter((field) => field.section === section);
  return closedObject(own, ({ id }) => id.slice(section.length + 1), language);
}

function tableSchemas(form: Form, language: Language): readonly (readonly [string, JsonSchema])[] {
  return TABLE_IDS.map((table) => [
    table,
    {
      type: 'array',
      title: form.words(language, `table.${table}`),
      description: form.words(language, `table.${table}.help`),
      items: closedObject(columnFields(table, form), ({ item }) => item.id, language),
    },
  ]);
}

/**
 * The JSON Schema (2020-12) of an application as `toApplicationJson` writes it, derived from the table of items and the
 * scheme. Readers of the software take more spellings than the schema shows; whoever follows it is always understood.
 */
export function applicationJsonSchema(form: Form, language: Language): JsonSchema {
  const fields = itemFields(form, (item) => isAlwaysRequired(item as ItemId));
  const answers = fields.filter(({ section }) => section !== 'scope' && section !== 'profile');
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: form.scheme.name[language],
    description: `${JSON_FORM} ${String(JSON_VERSION)}: ${form.set.title[language]} (${form.set.id} ${form.set.version})`,
    type: 'object',
    properties: {
      $schema: { type: 'string' },
      form: { const: JSON_FORM },
      version: { const: JSON_VERSION },
      scheme: { const: form.scheme.id },
      level: { const: form.set.level },
      answers: closedObject(answers, ({ id }) => id, language),
      scope: sectionSchema(fields, 'scope', language),
      profile: sectionSchema(fields, 'profile', language),
      ...Object.fromEntries(tableSchemas(form, language)),
    },
    required: ['form', 'version', 'scheme', 'level', 'answers', 'scope', 'profile', ...TABLE_IDS],
    additionalProperties: false,
  };
}
