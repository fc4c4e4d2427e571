import { isJsonObject, type JsonObject } from '../../core/kernel/json-object.ts';

/** Strings with the colon that makes them names, and what opens and closes. */
const TOKENS = /"((?:[^"\\]+|\\.)*)"(\s*:)?|[{}]/gs;

/** Whether no object of well-formed JSON names a member twice: two readers could otherwise believe different things. */
function namesOnce(json: string): boolean {
  const open: Set<string>[] = [];
  for (const [token, text, colon] of json.matchAll(TOKENS)) {
    if (token === '{') open.push(new Set());
    else if (token === '}') open.pop();
    else if (colon !== undefined) {
      const names = open.at(-1);
      const name = JSON.parse(`"${text ?? ''}"`) as string;
      if (names === undefined || names.has(name)) return false;
      names.add(name);
    }
  }
  return true;
}

/**
 * The JSON object in these bytes: UTF-8, no member twice at any depth (RFC 7515, 10.12); undefined for anything else.
 */
export function parseUnambiguousJson(bytes: Uint8Array): JsonObject | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    const value: unknown = JSON.parse(text);
    return isJsonObject(value) && namesOnce(text) ? value : undefined;
  } catch {
    return undefined;
  }
}
