import type { Tag } from './scan-markup.ts';

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Longer tags name nothing a workbook needs; they are read as having no attributes. */
const LONGEST_TAG_BYTES = 16 * 1024;

function decodeReferences(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#([0-9]{1,7})|([a-z]{2,4}));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return NAMED[String(name)] ?? whole;
    const code = hex === undefined ? Number.parseInt(String(decimal), 10) : Number.parseInt(String(hex), 16);
    return code > 0x10ffff ? whole : String.fromCodePoint(code);
  });
}

/** The attributes of a tag by their full names, with character references decoded. */
export function tagAttributes(xml: Uint8Array, tag: Tag): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  if (tag.end - tag.nameEnd > LONGEST_TAG_BYTES) return attributes;
  const text = Buffer.from(xml.buffer, xml.byteOffset + tag.nameEnd, tag.end - tag.nameEnd).toString('utf8');
  const pattern = /\s*([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/y;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    attributes.set(match[1] ?? '', decodeReferences(match[2] ?? match[3] ?? ''));
  }
  return attributes;
}

/** The local name of a tag, without its namespace prefix. */
export function localName(xml: Uint8Array, tag: Tag): string {
  return Buffer.from(xml.buffer, xml.byteOffset + tag.nameStart, tag.nameEnd - tag.nameStart).toString('latin1');
}
