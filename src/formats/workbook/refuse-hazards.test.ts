import assert from 'node:assert/strict';
import type { ZipEntry } from '../../../testing/zip-file.ts';
import { test } from 'node:test';
import { archiveRefusal, refusalOfPart } from '../../../testing/archive-refusal.ts';
import { equal } from '../../../testing/equal.ts';
import { workbookFile } from '../../../testing/workbook-file.ts';

test('macros, links, objects and controls are refused wherever they show', async () => {
  const named = {
    'xl/vbaProject.bin': 'has_macros',
    'xl/macrosheets/sheet1.xml': 'has_macros',
    'xl/externalLinks/externalLink1.xml': 'has_external_links',
    'xl/connections.xml': 'has_external_links',
    'xl/embeddings/oleObject1.bin': 'has_embedded_objects',
    'xl/activeX/activeX1.xml': 'has_active_content',
  };
  for (const [part, code] of Object.entries(named)) equal(await refusalOfPart({ name: part }), { code, part });
  const dde = {
    name: 'xl/externalLinks/externalLink1.xml',
    data: '<externalLink><ddeLink ddeService="cmd" ddeTopic="/c calc"/></externalLink>',
  };
  equal(await refusalOfPart(dde), { code: 'has_dde_links', part: dde.name });
});

test('a macro under another name is known by its type or by how it is referred to', async () => {
  const typed =
    '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/>';
  equal(await archiveRefusal(workbookFile({ contentTypes: typed })), {
    code: 'has_macros',
    part: '[Content_Types].xml',
  });
  const related =
    '<Relationship Id="rId9" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="harmless.bin"/>';
  equal(await archiveRefusal(workbookFile({ workbookRelations: related })), {
    code: 'has_macros',
    part: 'xl/_rels/workbook.xml.rels',
  });
});

test('a hyperlink may lead outside, anything else may not', async () => {
  const relation = (kind: string): ZipEntry => ({
    name: 'xl/worksheets/_rels/sheet1.xml.rels',
    data: `<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}" Target="https://example.jp/" TargetMode="Ext&#101;rnal"/></Relationships>`,
  });
  assert.equal(await refusalOfPart(relation('hyperlink')), 'accepted');
  equal(await refusalOfPart(relation('image')), {
    code: 'has_external_links',
    part: 'xl/worksheets/_rels/sheet1.xml.rels',
  });
});

test('a document type or entity declaration is refused, a comment or CDATA section that mentions one is not', async () => {
  const part = 'xl/extra.xml';
  for (const data of ['<!DOCTYPE x [<!ENTITY a "b">]><x/>', '<x/><!doctype x>', '<x><!ENTITY a "b"></x>']) {
    equal(await refusalOfPart({ name: part, data }), { code: 'has_document_type', part });
  }
  assert.equal(
    await refusalOfPart({ name: part, data: '<x><!-- <!DOCTYPE x> --><![CDATA[<!DOCTYPE x>]]></x>' }),
    'accepted',
  );
});
