import { AssertionError } from 'node:assert/strict';

const TEMPORAL = 'Temporal.';

const isPlain = (value: object): boolean => {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
};

const kindOf = (value: object): string =>
  (value as { readonly [Symbol.toStringTag]?: string })[Symbol.toStringTag] ?? value.constructor.name;

/** Values whose content is not in their properties. */
function opaqueText(value: object): string | undefined {
  const kind = kindOf(value);
  if (kind.startsWith(TEMPORAL) || value instanceof Date || value instanceof URL)
    return `${kind} ${JSON.stringify(value)}`;
  if (value instanceof RegExp) return `RegExp ${String(value)}`;
  if (value instanceof ArrayBuffer) return `ArrayBuffer ${Buffer.from(value).toString('hex')}`;
  if (ArrayBuffer.isView(value)) {
    return `${kind} ${Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('hex')}`;
  }
  return undefined;
}

function primitiveText(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'bigint') return `${String(value)}n`;
  if (typeof value === 'function') throw new TypeError('functions have no content to compare');
  return Object.is(value, -0) ? '-0' : String(value);
}

/** Named parts in a fixed order, whichever order they were written in. */
function partsOf(value: object): readonly (readonly [string, unknown])[] {
  const own = Object.entries(value);
  const hidden = value instanceof Error ? [['message', value.message] as const, ['cause', value.cause] as const] : [];
  return [...own, ...hidden].sort(([first], [second]) => (first < second ? -1 : 1));
}

function block(open: string, lines: readonly string[], close: string): string {
  if (lines.length === 0) return open + close;
  return `${open}\n${lines.map((line) => `${line},`.replaceAll(/^/gm, '  ')).join('\n')}\n${close}`;
}

/**
 * A value written out so that two values have the same text exactly when they are equal in kind and content. Order counts
 * in arrays, not in objects, sets and maps; an undefined property is not an absent one.
 */
function canonicalText(value: unknown, above: readonly object[] = []): string {
  if (typeof value !== 'object' || value === null) return primitiveText(value);
  if (above.includes(value)) throw new TypeError('a value that contains itself cannot be compared');
  const text = (part: unknown): string => canonicalText(part, [...above, value]);
  const opaque = opaqueText(value);
  if (opaque !== undefined) return opaque;
  if (Array.isArray(value)) return block('[', Array.from(value as readonly unknown[], text), ']');
  if (value instanceof Set) return block('Set {', [...(value as ReadonlySet<unknown>)].map(text).sort(), '}');
  if (value instanceof Map) {
    const lines = [...(value as ReadonlyMap<unknown, unknown>)].map(([key, part]) => `${text(key)} => ${text(part)}`);
    return block('Map {', lines.sort(), '}');
  }
  const lines = partsOf(value).map(([name, part]) => `${JSON.stringify(name)}: ${text(part)}`);
  return block(isPlain(value) ? '{' : `${kindOf(value)} {`, lines, '}');
}

/**
 * Fails with a line-by-line difference unless two values are equal in kind and content. Node's own deep comparisons take any
 * two Temporal values for equal; this one compares what they say.
 */
export function equal(actual: unknown, expected: unknown, message?: string): void {
  const texts = { actual: canonicalText(actual), expected: canonicalText(expected) };
  if (texts.actual === texts.expected) return;
  throw new AssertionError({
    ...texts,
    operator: 'strictEqual',
    stackStartFn: equal,
    ...(message === undefined ? {} : { message }),
  });
}
