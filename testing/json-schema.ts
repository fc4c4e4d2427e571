type Schema = Readonly<Record<string, unknown>>;

function typeOf(value: unknown): string {
  if (Array.isArray(value)) return 'array';
  return value === null ? 'null' : typeof value;
}

function objectFaults(value: Schema, schema: Schema, path: string): readonly string[] {
  const properties = (schema['properties'] ?? {}) as Readonly<Record<string, Schema>>;
  const required = (schema['required'] ?? []) as readonly string[];
  const missing = required.filter((key) => !(key in value)).map((key) => `${path}/${key} is missing`);
  const members = Object.entries(value).flatMap(([key, member]) => {
    const own = properties[key];
    if (own !== undefined) return schemaFaults(member, own, `${path}/${key}`);
    return schema['additionalProperties'] === false ? [`${path}/${key} is not allowed`] : [];
  });
  return [...missing, ...members];
}

function textFaults(value: string, schema: Schema, path: string): readonly string[] {
  const { pattern, format, maxLength } = schema as { pattern?: string; format?: string; maxLength?: number };
  const faults: string[] = [];
  if (pattern !== undefined && !new RegExp(pattern, 'u').test(value)) faults.push(`${path} does not match ${pattern}`);
  if (format === 'date' && !/^\d{4}-\d{2}-\d{2}$/.test(value)) faults.push(`${path} is no date`);
  if (format === 'uri' && URL.parse(value) === null) faults.push(`${path} is no address`);
  if (format === 'email' && !/^[^@\s]+@[^@\s]+$/.test(value)) faults.push(`${path} is no mail address`);
  if (maxLength !== undefined && [...value].length > maxLength) faults.push(`${path} is too long`);
  return faults;
}

function listFaults(value: readonly unknown[], schema: Schema, path: string): readonly string[] {
  const repeated = schema['uniqueItems'] === true && new Set(value).size < value.length ? [`${path} repeats`] : [];
  const items = (schema['items'] ?? {}) as Schema;
  return [...repeated, ...value.flatMap((item, place) => schemaFaults(item, items, `${path}/${String(place)}`))];
}

/** How a value breaks a JSON Schema, for the keywords the schemas of this project use; any other keyword throws. */
export function schemaFaults(value: unknown, schema: Schema, path = ''): readonly string[] {
  const known = ['$schema', 'title', 'description', 'type', 'properties', 'required', 'additionalProperties', 'items'];
  const checked = ['pattern', 'format', 'maxLength', 'uniqueItems', 'const', 'enum'];
  const unknown = Object.keys(schema).find((key) => ![...known, ...checked].includes(key));
  if (unknown !== undefined) throw new Error(`keyword ${unknown} is not understood`);
  if ('const' in schema && schema['const'] !== value) return [`${path} is not ${String(schema['const'])}`];
  if (Array.isArray(schema['enum']) && !schema['enum'].includes(value)) return [`${path} is none of the values`];
  if (schema['type'] !== undefined && schema['type'] !== typeOf(value))
    return [`${path} is no ${String(schema['type'])}`];
  if (typeof value === 'string') return textFaults(value, schema, path);
  if (Array.isArray(value)) return listFaults(value, schema, path);
  return typeOf(value) === 'object' ? objectFaults(value as Schema, schema, path) : [];
}
