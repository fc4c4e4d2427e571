import { zipFile, type ZipEntry } from './zip-file.ts';

/** What a hand-made workbook consists of; every field has a valid default. */
export type WorkbookParts = {
  /** The rows and whatever follows them, per sheet. */
  readonly sheets?: readonly {
    readonly name: string;
    readonly rows: string;
    readonly after?: string;
    readonly state?: string;
  }[];
  readonly strings?: string;
  /** Number formats by id from 164 on; cell style n uses the n-th of these, style 0 is general. */
  readonly formats?: readonly string[];
  readonly date1904?: boolean;
  readonly extra?: readonly ZipEntry[];
  readonly workbookRelations?: string;
  readonly contentTypes?: string;
  /** `<sheet>` elements before the first one. */
  readonly otherSheets?: string;
};

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const RELATIONS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">';

function styles(formats: readonly string[]): string {
  const escaped = formats.map((format) => format.replaceAll('&', '&amp;').replaceAll('"', '&quot;'));
  const declared = escaped
    .map((format, index) => `<numFmt numFmtId="${164 + index}" formatCode="${format}"/>`)
    .join('');
  const used = formats.map((_, index) => `<xf numFmtId="${164 + index}" applyNumberFormat="1"/>`).join('');
  return `<styleSheet ${MAIN}><numFmts count="${formats.length}">${declared}</numFmts><cellXfs><xf numFmtId="0"/>${used}</cellXfs></styleSheet>`;
}

/** The entries of a workbook as Excel lays them out. */
export function workbookEntries(parts: WorkbookParts = {}): ZipEntry[] {
  const sheets = parts.sheets ?? [
    { name: 'Sheet1', rows: '<row r="1"><c r="A1" t="inlineStr"><is><t>one</t></is></c></row>' },
  ];
  const listed = sheets.map(
    ({ name, state }, index) =>
      `<sheet name="${name}" sheetId="${index + 1}"${state === undefined ? '' : ` state="${state}"`} r:id="rId${index + 1}"/>`,
  );
  const related = sheets.map(
    (_, index) =>
      `<Relationship Id="rId${index + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
  );
  const entries: ZipEntry[] = [
    {
      name: '[Content_Types].xml',
      data: `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${parts.contentTypes ?? ''}</Types>`,
    },
    {
      name: '_rels/.rels',
      data: `${HEAD}${RELATIONS}<Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      data: `${HEAD}<workbook ${MAIN} xmlns:r="${OFFICE}"><workbookPr${parts.date1904 === true ? ' date1904="1"' : ''}/><sheets>${parts.otherSheets ?? ''}${listed.join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      data: `${HEAD}${RELATIONS}${related.join('')}<Relationship Id="rIdS" Type="${OFFICE}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rIdY" Type="${OFFICE}/styles" Target="styles.xml"/>${parts.workbookRelations ?? ''}</Relationships>`,
    },
    { name: 'xl/sharedStrings.xml', data: `${HEAD}<sst ${MAIN}>${parts.strings ?? ''}</sst>` },
    { name: 'xl/styles.xml', data: `${HEAD}${styles(parts.formats ?? [])}` },
    ...sheets.map(({ rows, after }, index) => ({
      name: `xl/worksheets/sheet${index + 1}.xml`,
      data: `${HEAD}<worksheet ${MAIN}><sheetData>${rows}</sheetData>${after ?? ''}</worksheet>`,
    })),
  ];
  return [...entries.map((entry) => ({ ...entry, deflate: true })), ...(parts.extra ?? [])];
}

/** A workbook file as Excel lays it out, with the described content. */
export function workbookFile(parts: WorkbookParts = {}): Buffer {
  return zipFile(workbookEntries(parts));
}
