/** One opening, closing or empty tag; positions are byte offsets. The same object is reused for every tag of a scan. */
export type Tag = {
  /** First byte of the local name, after any namespace prefix. */
  nameStart: number;
  /** One past the last byte of the name. */
  nameEnd: number;
  /** The closing `>`. */
  end: number;
  closing: boolean;
  selfClosing: boolean;
};

/** What a scan found besides the tags it showed. */
type Markup = {
  /** Opening and empty tags. */
  readonly elements: number;
  /** Whether a document type or entity declaration stands in the part; the scan ends there. */
  readonly declaresType: boolean;
};

const [LT, GT, SLASH, BANG, QUERY, COLON, QUOTE, APOSTROPHE] = [
  0x3c, 0x3e, 0x2f, 0x21, 0x3f, 0x3a, 0x22, 0x27,
] as const;
const COMMENT = [0x2d, 0x2d] as const;
const CDATA = Array.from('[CDATA[', (character) => character.charCodeAt(0));

function startsWith(xml: Uint8Array, at: number, pattern: readonly number[]): boolean {
  return pattern.every((byte, offset) => xml[at + offset] === byte);
}

/** One past the next occurrence of the pattern, or the end of the bytes. */
function skipTo(xml: Uint8Array, from: number, pattern: readonly number[]): number {
  const head = pattern[0] ?? GT;
  for (let at = xml.indexOf(head, from); at !== -1; at = xml.indexOf(head, at + 1)) {
    if (startsWith(xml, at, pattern)) return at + pattern.length;
  }
  return xml.length;
}

/** Where the comment or CDATA section beginning at `at` ends; undefined for any other declaration. */
function skipDeclaration(xml: Uint8Array, at: number): number | undefined {
  if (startsWith(xml, at + 2, COMMENT)) return skipTo(xml, at + 4, [0x2d, 0x2d, GT]);
  if (startsWith(xml, at + 2, CDATA)) return skipTo(xml, at + 9, [0x5d, 0x5d, GT]);
  return undefined;
}

/** A plain loop: the text between two tags is so short that a call to `indexOf` costs more than it saves. */
function nextTag(xml: Uint8Array, from: number): number {
  let at = from;
  while (at < xml.length && xml[at] !== LT) at += 1;
  return at;
}

function tagEnd(xml: Uint8Array, from: number): number {
  let quote = 0;
  let at = from;
  for (; at < xml.length; at += 1) {
    const byte = xml[at];
    if (quote !== 0) {
      if (byte === quote) quote = 0;
    } else if (byte === GT) return at;
    else if (byte === QUOTE || byte === APOSTROPHE) quote = byte;
  }
  return at;
}

function readTag(xml: Uint8Array, at: number, tag: Tag): void {
  tag.closing = xml[at + 1] === SLASH;
  tag.nameStart = tag.closing ? at + 2 : at + 1;
  tag.end = tag.closing ? skipTo(xml, at, [GT]) - 1 : tagEnd(xml, at + 1);
  tag.selfClosing = xml[tag.end - 1] === SLASH;
  let end = tag.nameStart;
  for (; end < tag.end; end += 1) {
    const byte = xml[end] ?? 0;
    if (byte <= 0x20 || byte === SLASH) break;
    if (byte === COLON) tag.nameStart = end + 1;
  }
  tag.nameEnd = end;
}

/**
 * Shows every tag of an XML part in order, without building anything: the cheap look that decides whether the part may
 * be parsed at all. A visit that returns false ends the scan. Comments, CDATA sections and processing
 * instructions are passed over as the parser passes over them.
 */
export function scanMarkup(xml: Uint8Array, visit?: (tag: Tag) => boolean | undefined): Markup {
  const tag: Tag = { nameStart: 0, nameEnd: 0, end: 0, closing: false, selfClosing: false };
  let elements = 0;
  for (let at = nextTag(xml, 0); at < xml.length;) {
    const next = xml[at + 1];
    let after: number | undefined;
    if (next === BANG) after = skipDeclaration(xml, at);
    else if (next === QUERY) after = skipTo(xml, at + 2, [QUERY, GT]);
    else {
      readTag(xml, at, tag);
      if (!tag.closing) elements += 1;
      if (visit?.(tag) === false) break;
      after = tag.end + 1;
    }
    if (after === undefined) return { elements, declaresType: true };
    at = nextTag(xml, after);
  }
  return { elements, declaresType: false };
}
