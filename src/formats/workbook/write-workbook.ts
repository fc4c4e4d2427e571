import { writeXlsx } from 'hucre/xlsx';
import { ok, refused, type Result } from '../../core/kernel/result.ts';
import { listParts } from './list-parts.ts';
import { packArchive } from './pack-archive.ts';
import { refuseTemplate } from './refuse-template.ts';
import { toWriteSheet } from './template-sheet.ts';
import { unpackParts } from './unpack-parts.ts';
import { WORKBOOK_LIMITS } from './workbook-limits.ts';
import type { TemplateRefusal, WorkbookTemplate } from './workbook-template.ts';

const CORE_PROPERTIES = 'docProps/core.xml';

async function partsOf(written: Uint8Array): Promise<Map<string, Uint8Array>> {
  const file = Buffer.from(written);
  const listed = await listParts(file, WORKBOOK_LIMITS);
  const unpacked = listed.ok ? unpackParts(file, listed.value, { ...WORKBOOK_LIMITS, ratio: 1100 }) : listed;
  if (!unpacked.ok) throw new Error(`a template too large to hand out: ${unpacked.error.code}`);
  return unpacked.value;
}

/** States the language and the fixed date in the document properties, which the library can only stamp with now. */
function describe(core: Uint8Array, { language, revised }: WorkbookTemplate): Uint8Array {
  const moment = `${revised}T00:00:00Z`;
  const tag = new Intl.Locale(language).toString();
  const text = Buffer.from(core)
    .toString('utf8')
    .replace(/(<dcterms:modified[^>]*>)[^<]*/, `$1${moment}`)
    .replace(/<dcterms:modified/, `<dc:language>${tag}</dc:language><dcterms:modified`);
  return Buffer.from(text);
}

/** Lets rows grow again with what is written into them: the library fixes every height it is given. */
function unfixHeights(sheet: Uint8Array): Uint8Array {
  return Buffer.from(
    Buffer.from(sheet)
      .toString('utf8')
      .replace(/(<row [^>]*?) customHeight="1"/g, '$1'),
  );
}

/**
 * A workbook file made from a template. The same template always gives the same bytes on the same version of Node.
 * Throws when the language is no BCP 47 tag or the file exceeds the limits at which it could be read back.
 */
export async function writeWorkbook(template: WorkbookTemplate): Promise<Result<Uint8Array, TemplateRefusal>> {
  const refusal = refuseTemplate(template);
  if (refusal !== undefined) return refused(refusal);
  const written = await writeXlsx({
    sheets: template.sheets.map(toWriteSheet),
    properties: { title: template.title, ...(template.creator === undefined ? {} : { creator: template.creator }) },
    defaultFont: { name: 'Yu Gothic', size: 11 },
    activeSheet: template.sheets.findIndex(({ hidden }) => hidden !== true),
  });
  const parts = await partsOf(written);
  const core = parts.get(CORE_PROPERTIES);
  if (core !== undefined) parts.set(CORE_PROPERTIES, describe(core, template));
  for (const [name, part] of parts) if (name.startsWith('xl/worksheets/')) parts.set(name, unfixHeights(part));
  return ok(packArchive(parts));
}
