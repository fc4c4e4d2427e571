/** A label by the register that has it. */
export type LabelAddress = { readonly register: string; readonly number: string };

/** A register's address without a slash at the end; undefined for what is none. */
export function registerAddress(text: string): string | undefined {
  const url = URL.parse(text);
  if (url === null || !['http:', 'https:'].includes(url.protocol)) return undefined;
  return `${url.origin}${url.pathname}`.replace(/\/+$/, '');
}

/** The label behind an address: of its page in either language, its data, its proof, or its short address. */
export function parseLabelAddress(text: string): LabelAddress | undefined {
  const address = registerAddress(text);
  const [, register, number] =
    /^(.*?)(?:\/en)?\/(?:labels|l|L)\/([^/]+?)(?:\.json|\/proof)?$/.exec(address ?? '') ?? [];
  if (register === undefined || number === undefined) return undefined;
  try {
    return { register, number: decodeURIComponent(number) };
  } catch {
    return undefined;
  }
}
