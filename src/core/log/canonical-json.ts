/** Why a value has no canonical form: a bug of the caller, never of a user. */
function refuse(value: unknown, path: string): never {
  throw new TypeError(`no canonical JSON for ${typeof value === 'symbol' ? 'symbol' : String(value)} at ${path}`);
}

type Members = Readonly<Record<string, unknown>>;

function hasToJson(value: object): value is { toJSON: () => unknown } {
  return 'toJSON' in value && typeof value.toJSON === 'function';
}

function text(value: string, path: string): string {
  return value.isWellFormed() ? JSON.stringify(value) : refuse('a lone surrogate', path);
}

function members(value: object, path: string): string {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) refuse(value, path);
  // Without a comparison of its own, sort() goes by UTF-16 code units.
  return Object.keys(value)
    .sort()
    .map((key) => `${text(key, path)}:${canonical((value as Members)[key], `${path}.${key}`)}`)
    .join(',');
}

function canonical(value: unknown, path: string): string {
  if (typeof value === 'string') return text(value, path);
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') return Number.isFinite(value) ? JSON.stringify(value) : refuse(value, path);
  if (typeof value !== 'object') return refuse(value, path);
  if (Array.isArray(value)) {
    return `[${Array.from(value, (item: unknown, index) => canonical(item, `${path}[${String(index)}]`)).join(',')}]`;
  }
  return hasToJson(value) ? canonical(value.toJSON(), path) : `{${members(value, path)}}`;
}

/**
 * The one text of a value: no spaces, members sorted by UTF-16 code units, numbers as ECMAScript writes them (RFC 8785, 3.2),
 * so that equal values have equal hashes. Days and moments are written through their `toJSON`. Throws on what JSON cannot
 * carry: NaN, infinities, `undefined`, functions, big integers, lone surrogates, objects of other classes.
 */
export function canonicalJson(value: unknown): string {
  return canonical(value, '$');
}

/** Whether the members of every object stand in their order, as they were read. */
function isSorted(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (Array.isArray(value)) return value.every(isSorted);
  let before: string | undefined;
  for (const key in value) {
    if (before !== undefined && key < before) return false;
    if (!isSorted((value as Members)[key])) return false;
    before = key;
  }
  return true;
}

/**
 * Whether a text is the canonical one of the value that was just read from it with `JSON.parse`. The same as comparing it
 * with `canonicalJson`, several times as fast for one that is: what ECMAScript writes anew, unsorted, is canonical but for
 * the order of members and for escaped halves of surrogate pairs. Throws where `canonicalJson` does.
 */
export function isCanonicalJson(text: string, value: unknown): boolean {
  if (JSON.stringify(value) === text && !text.includes('\\ud') && isSorted(value)) return true;
  return canonicalJson(value) === text;
}
