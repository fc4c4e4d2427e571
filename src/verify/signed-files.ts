import { parseCompactJws } from '../formats/jose/compact-jws.ts';

/** Whether a file holds something signed as a credential is, rather than a proof. */
export function looksSigned(text: string): boolean {
  return /^[\w-]+\.[\w-]+\.[\w-]+$/.test(text.trim());
}

/** Whether a file says that it is a status list; nothing of it is believed for that. */
export function isStatusList(text: string): boolean {
  const jws = looksSigned(text) ? parseCompactJws(text.trim()) : undefined;
  const type = jws?.ok === true ? jws.value.payload['type'] : undefined;
  return Array.isArray(type) && type.includes('BitstringStatusListCredential');
}
