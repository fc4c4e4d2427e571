import { readRelations } from './package-relations.ts';
import { scanMarkup } from './scan-markup.ts';
import type { WorkbookRefusal } from './workbook-refusal.ts';

type Hazard = 'has_macros' | 'has_external_links' | 'has_embedded_objects' | 'has_active_content' | 'has_dde_links';

/** Parts that do something or fetch something when the file is opened, known by where they lie. */
const HAZARDOUS_NAMES: readonly (readonly [RegExp, Hazard])[] = [
  [/(?:^|\/)vba[^/]*\.(?:bin|xml)$|(?:^|\/)(?:macrosheets|dialogsheets)\//i, 'has_macros'],
  [/(?:^|\/)externallinks\/|(?:^|\/)connections\.xml$|(?:^|\/)querytables\//i, 'has_external_links'],
  [/(?:^|\/)embeddings\//i, 'has_embedded_objects'],
  [/(?:^|\/)activex\/|(?:^|\/)webextensions\/|(?:^|\/)customui\//i, 'has_active_content'],
];

/** The same, known by the declared content type, whatever the part is called; binary workbooks are refused elsewhere. */
const HAZARDOUS_TYPES: readonly (readonly [RegExp, Hazard])[] = [
  [/(?<!binary\.)macroenabled|vbaproject|macrosheet/i, 'has_macros'],
  [/externallink|connections\+xml|querytable/i, 'has_external_links'],
  [/oleobject/i, 'has_embedded_objects'],
  [/activex|webextension/i, 'has_active_content'],
];

/** The same, known by how one part refers to another. */
const HAZARDOUS_RELATIONS: Readonly<Record<string, Hazard>> = {
  vbaProject: 'has_macros',
  xlMacrosheet: 'has_macros',
  xlIntlMacrosheet: 'has_macros',
  externalLink: 'has_external_links',
  externalLinkPath: 'has_external_links',
  connections: 'has_external_links',
  queryTable: 'has_external_links',
  oleObject: 'has_embedded_objects',
  package: 'has_embedded_objects',
  control: 'has_active_content',
  activeXControlBinary: 'has_active_content',
};

function isXml(part: string): boolean {
  return /\.(?:xml|rels|vml)$/i.test(part);
}

function linksByDde(part: string, bytes: Uint8Array): boolean {
  return (
    /(?:^|\/)externallinks\//i.test(part) &&
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes('ddeLink')
  );
}

function hazardOfName(part: string): Hazard | undefined {
  return HAZARDOUS_NAMES.find(([pattern]) => pattern.test(part))?.[1];
}

function hazardOfContent(part: string, bytes: Uint8Array): Hazard | undefined {
  if (linksByDde(part, bytes)) return 'has_dde_links';
  if (part === '[Content_Types].xml') {
    const declared = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
    return HAZARDOUS_TYPES.find(([pattern]) => pattern.test(declared))?.[1];
  }
  if (!/\.rels$/i.test(part)) return undefined;
  for (const { kind, external } of readRelations(bytes)) {
    const hazard = HAZARDOUS_RELATIONS[kind];
    if (hazard !== undefined) return hazard;
    if (external && kind !== 'hyperlink') return 'has_external_links';
  }
  return undefined;
}

/** The first sign that a workbook acts, fetches or carries more than cells, by names alone. */
export function refuseHazardousNames(names: readonly string[]): WorkbookRefusal | undefined {
  for (const part of names) {
    const code = hazardOfName(part);
    // The part tells a DDE link from a link to a file, so these names wait until it is unpacked.
    if (code !== undefined && !/(?:^|\/)externallinks\//i.test(part)) return { code, part };
  }
  return undefined;
}

/** The first sign of the same inside the unpacked parts, and any declaration of a document type or entity. */
export function refuseHazardousContent(parts: ReadonlyMap<string, Uint8Array>): WorkbookRefusal | undefined {
  for (const [part, bytes] of parts) {
    if (isXml(part) && declaresType(bytes)) return { code: 'has_document_type', part };
  }
  for (const [part, bytes] of parts) {
    const code = hazardOfContent(part, bytes);
    if (code === 'has_dde_links') return { code, part };
  }
  for (const [part, bytes] of parts) {
    const code = hazardOfName(part) ?? hazardOfContent(part, bytes);
    if (code !== undefined) return { code, part };
  }
  return undefined;
}

function declaresType(bytes: Uint8Array): boolean {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (!text.includes('<!')) return false;
  return scanMarkup(bytes).declaresType;
}
