import { escapeXml } from '../xml/escape-xml.ts';

/** The media type of a feed (RFC 4287, 7). */
export const ATOM_TYPE = 'application/atom+xml; charset=utf-8';

/** One thing that happened, as a feed tells it. Addresses are absolute; texts are plain. */
export type AtomEntry = {
  /** Never changes and names nothing else (RFC 4287, 4.2.6). */
  readonly id: string;
  readonly title: string;
  readonly at: Temporal.Instant;
  readonly link: string;
  readonly summary: string;
  /** What happened, for programs. */
  readonly category: string;
};

/** A feed: what it is about, where it is, and what happened, the latest first. */
type AtomFeed = {
  readonly title: string;
  readonly language: string;
  readonly author: string;
  /** The feed's own address, which is its id. */
  readonly self: string;
  /** The page of the same things. */
  readonly page: string;
  readonly entries: readonly AtomEntry[];
};

/** The moment of a feed in which nothing has happened yet: it must name one (RFC 4287, 4.1.1). */
const NEVER = Temporal.Instant.fromEpochMilliseconds(0);

function element(name: string, text: string): string {
  return `<${name}>${escapeXml(text)}</${name}>`;
}

function moment(at: Temporal.Instant): string {
  return at.toString({ smallestUnit: 'second' });
}

function entryLines({ id, title, at, link, summary, category }: AtomEntry): readonly string[] {
  return [
    '<entry>',
    element('id', id),
    element('title', title),
    element('updated', moment(at)),
    element('published', moment(at)),
    `<link rel="alternate" type="text/html" href="${escapeXml(link)}"/>`,
    `<category term="${escapeXml(category)}"/>`,
    element('summary', summary),
    '</entry>',
  ];
}

/** Writes a feed (RFC 4287): the same things give the same bytes. */
export function writeAtomFeed({ title, language, author, self, page, entries }: AtomFeed): string {
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escapeXml(language)}">`,
    element('id', self),
    element('title', title),
    element('updated', moment(entries[0]?.at ?? NEVER)),
    `<author>${element('name', author)}</author>`,
    `<link rel="self" type="application/atom+xml" href="${escapeXml(self)}"/>`,
    `<link rel="alternate" type="text/html" href="${escapeXml(page)}"/>`,
    ...entries.flatMap(entryLines),
    '</feed>',
    '',
  ].join('\n');
}
