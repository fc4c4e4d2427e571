import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, visit, type Document, type Node } from 'yaml';
import type { SchemePath } from '../../core/scheme/content-fault.ts';
import type { SchemeFault, ShapeFaultCode } from './scheme-fault.ts';

/** Longest file read; the whole Japanese scheme has a tenth of it. */
const MOST_CHARACTERS = 1_000_000;

/** Deepest nesting followed; scheme files need eight. */
const MOST_DEPTH = 64;

/** Where in a file something begins. */
type Place = { readonly line: number; readonly column: number };

/** A YAML file read as plain values that still knows where each of them stands. */
export type YamlSource = {
  readonly value: unknown;
  /** Whether the file has something at a path. */
  readonly has: (path: SchemePath) => boolean;
  /** Where the value at a path begins; for a missing one, the nearest place above it that exists. */
  readonly placeOf: (path: SchemePath) => Place;
  /** Where the key itself stands. */
  readonly placeOfKey: (path: SchemePath, key: string) => Place;
  readonly faults: readonly SchemeFault[];
};

function nodeAt(document: Document, path: SchemePath): Node | undefined {
  let node: unknown = document.contents;
  for (const key of path) {
    if (isMap(node))
      node = node.items.find((pair) => isScalar(pair.key) && String(pair.key.value) === String(key))?.value;
    else if (isSeq(node)) node = node.items[Number(key)];
    else return undefined;
  }
  return (node ?? undefined) as Node | undefined;
}

/** Whether brackets or indentation nest deeper than any scheme file needs, so that the parser need not recurse into them. */
function nestsTooDeep(text: string): boolean {
  let depth = 0;
  for (const character of text) {
    if (character === '[' || character === '{') depth += 1;
    else if (character === ']' || character === '}') depth -= 1;
    if (depth > MOST_DEPTH) return true;
  }
  return /^ {128}|(?:[-?] +){64}/m.test(text);
}

function aliasOffsets(document: Document): readonly number[] {
  const offsets: number[] = [];
  visit(document, {
    Node: (_key, node) => {
      if (isAlias(node) || node.anchor !== undefined) offsets.push(node.range?.[0] ?? 0);
    },
  });
  return offsets;
}

/** A source nothing could be read from, for one reason at its beginning. */
function unread(file: string, code: ShapeFaultCode, params: SchemeFault['params']): YamlSource {
  const place = { line: 1, column: 1 };
  return {
    value: undefined,
    has: () => false,
    placeOf: () => place,
    placeOfKey: () => place,
    faults: [{ code, file, ...place, path: [], params }],
  };
}

/**
 * Reads a file as YAML 1.2 without aliases and anchors (they let a small file grow without bound), repeated keys and
 * custom tags.
 */
export function readYaml(file: string, text: string): YamlSource {
  if (text.length > MOST_CHARACTERS) return unread(file, 'file_too_large', { most: MOST_CHARACTERS });
  if (nestsTooDeep(text)) return unread(file, 'yaml_syntax', { reason: `nested deeper than ${String(MOST_DEPTH)}` });
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, stringKeys: true });
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const placeOf = (path: SchemePath): Place => {
    const node = nodeAt(document, path);
    if (node?.range) return placeAt(node.range[0]);
    return path.length === 0 ? { line: 1, column: 1 } : placeOf(path.slice(0, -1));
  };
  const placeOfKey = (path: SchemePath, key: string): Place => {
    const map = nodeAt(document, path);
    const pair = isMap(map) ? map.items.find((item) => isScalar(item.key) && item.key.value === key) : undefined;
    return isScalar(pair?.key) && pair.key.range ? placeAt(pair.key.range[0]) : placeOf(path);
  };
  const found = (code: ShapeFaultCode, offset: number, params: SchemeFault['params']): SchemeFault => ({
    code,
    file,
    ...placeAt(offset),
    path: [],
    params,
  });
  const faults = [
    ...[...document.errors, ...document.warnings].map((error) =>
      error.code === 'DUPLICATE_KEY'
        ? found('duplicate_key', error.pos[0], {})
        : found('yaml_syntax', error.pos[0], { reason: error.message }),
    ),
    ...aliasOffsets(document).map((offset) => found('alias_refused', offset, {})),
  ];
  const value: unknown = faults.length === 0 ? document.toJS({ maxAliasCount: 0 }) : undefined;
  return { value, has: (path) => nodeAt(document, path) !== undefined, placeOf, placeOfKey, faults };
}
