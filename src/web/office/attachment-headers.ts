/** Characters an `ext-value` may hold as they are (RFC 8187, 3.2.1). */
const KEPT = /[A-Za-z0-9!#$&+.^_`|~-]/;

function extValue(name: string): string {
  return Array.from(new TextEncoder().encode(name), (byte) => {
    const character = String.fromCharCode(byte);
    return byte < 0x80 && KEPT.test(character) ? character : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  }).join('');
}

/**
 * The headers under which a file somebody else made is handed out: it is saved, never shown; nothing is guessed about what
 * it is, and were it shown all the same, nothing in it would run (ASVS 5.0, 3.2.1 and 5.4.1).
 */
export function attachmentHeaders({
  name,
  size,
}: {
  readonly name: string;
  readonly size?: number | undefined;
}): Record<string, string> {
  const plain = name.normalize('NFKD').replace(/[^A-Za-z0-9._ -]/g, '_');
  return {
    'content-type': 'application/octet-stream',
    'content-disposition': `attachment; filename="${plain}"; filename*=UTF-8''${extValue(name.toWellFormed())}`,
    'x-content-type-options': 'nosniff',
    'content-security-policy':
      "default-src 'none'; object-src 'none'; frame-ancestors 'none'; base-uri 'none'; sandbox",
    'cache-control': 'no-store',
    ...(size === undefined ? {} : { 'content-length': String(size) }),
  };
}
