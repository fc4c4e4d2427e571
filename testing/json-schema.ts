type Schema = Readonly<Record<string, unknown>>;
type Rule = (value: unknown, wanted: unknown, path: string) => readonly string[];

function typeOf(value: unknown): string {
  if (Array.isArray(value)) return 'array';
  return value === null ? 'null' : typeof value;
}

function isObject(value: unknown): value is Schema {
  return typeOf(value) === 'object';
}

function faultIf(broken: boolean, fault: string): readonly string[] {
  return broken ? [fault] : [];
}

const FORMATS: Readonly<Record<string, (text: string) => boolean>> = {
  date: (text) => /^\d{4}-\d{2}-\d{2}$/.test(text),
  uri: (text) => URL.parse(text) !== null,
  email: (text) => /^[^@\s]+@[^@\s]+$/.test(text),
};

const NOTHING: Rule = () => [];

/** What each keyword asks of a value it speaks of; a keyword asks nothing of values of other types. */
const RULES: Readonly<Record<string, Rule>> = {
  $schema: NOTHING,
  title: NOTHING,
  description: NOTHING,
  additionalProperties: NOTHING,
  const: (value, wanted, path) => faultIf(value !== wanted, `${path} is not ${JSON.stringify(wanted)}`),
  enum: (value, wanted, path) => faultIf(!(wanted as unknown[]).includes(value), `${path} is none of the values`),
  type: (value, wanted, path) => faultIf(typeOf(value) !== wanted, `${path} is no ${JSON.stringify(wanted)}`),
  pattern: (value, wanted, path) =>
    faultIf(typeof value === 'string' && !new RegExp(wanted as string, 'u').test(value), `${path} breaks its pattern`),
  format: (value, wanted, path) =>
    faultIf(typeof value === 'string' && FORMATS[wanted as string]?.(value) !== true, `${path} breaks its format`),
  maxLength: (value, wanted, path) =>
    faultIf(typeof value === 'string' && Array.from(value).length > (wanted as number), `${path} is too long`),
  uniqueItems: (value, _wanted, path) =>
    faultIf(Array.isArray(value) && new Set(value).size < value.length, `${path} repeats`),
  items: (value, wanted, path) =>
    Array.isArray(value)
      ? value.flatMap((item, place) => schemaFaults(item, wanted as Schema, `${path}/${String(place)}`))
      : [],
  required: (value, wanted, path) =>
    isObject(value)
      ? (wanted as string[]).filter((key) => !(key in value)).map((key) => `${path}/${key} is missing`)
      : [],
  properties: (value, wanted, path) =>
    isObject(value)
      ? Object.entries(wanted as Readonly<Record<string, Schema>>).flatMap(([key, own]) =>
          key in value ? schemaFaults(value[key], own, `${path}/${key}`) : [],
        )
      : [],
};

/** How a value breaks a JSON Schema, for the keywords the schemas of this project use; any other keyword throws. */
export function schemaFaults(value: unknown, schema: Schema, path = ''): readonly string[] {
  const faults = Object.entries(schema).flatMap(([keyword, wanted]) => {
    const rule = RULES[keyword];
    if (rule === undefined) throw new Error(`keyword ${keyword} is not understood`);
    return rule(value, wanted, path);
  });
  const properties = schema['properties'] as Schema | undefined;
  if (schema['additionalProperties'] !== false || properties === undefined || !isObject(value)) return faults;
  const extra = Object.keys(value).filter((key) => !(key in properties));
  return [...faults, ...extra.map((key) => `${path}/${key} is not allowed`)];
}
