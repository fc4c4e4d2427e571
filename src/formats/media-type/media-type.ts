/** A kind of file known by its first bytes. */
type Signature = { readonly type: string; readonly bytes: readonly number[]; readonly at?: number };

/** The kinds of evidence people send; anything else is kept as bytes of unknown kind. */
const SIGNATURES: readonly Signature[] = [
  { type: 'application/pdf', bytes: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { type: 'image/png', bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { type: 'image/jpeg', bytes: [0xff, 0xd8, 0xff] },
  { type: 'image/gif', bytes: [0x47, 0x49, 0x46, 0x38] },
  { type: 'image/webp', bytes: [0x57, 0x45, 0x42, 0x50], at: 8 },
  { type: 'application/zip', bytes: [0x50, 0x4b, 0x03, 0x04] },
  { type: 'application/gzip', bytes: [0x1f, 0x8b] },
  { type: 'application/vnd.tcpdump.pcap', bytes: [0xd4, 0xc3, 0xb2, 0xa1] },
  { type: 'application/vnd.tcpdump.pcap', bytes: [0xa1, 0xb2, 0xc3, 0xd4] },
  { type: 'application/x-pcapng', bytes: [0x0a, 0x0d, 0x0d, 0x0a] },
  { type: 'application/x-ole-storage', bytes: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1] },
];

/** How many of a file's first bytes decide about its kind. */
export const DECIDING_BYTES = 4096;

function matches(head: Uint8Array, { bytes, at = 0 }: Signature): boolean {
  return bytes.every((byte, index) => head[at + index] === byte);
}

/** Text has no NUL and decodes as UTF-8; a character cut off at the end of the deciding bytes does not count. */
function isText(head: Uint8Array): boolean {
  if (head.includes(0)) return false;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** The media type of a file by its content, never by its name: what a sender says of a file is not believed. */
export function mediaTypeOf(head: Uint8Array): string {
  const first = head.subarray(0, DECIDING_BYTES);
  const known = SIGNATURES.find((signature) => matches(first, signature));
  if (known !== undefined) return known.type;
  return isText(first) ? 'text/plain' : 'application/octet-stream';
}
