import { readdirSync } from 'node:fs';
import { findingLines } from '../../src/cli/application-faults-text.ts';
import { applicationGaps } from '../../src/core/case/application-gaps.ts';
import { checklistLexicon } from '../../src/formats/checklist-workbook/checklist-lexicon.ts';
import { placedGaps } from '../../src/formats/checklist-workbook/placed-gaps.ts';
import { readChecklist } from '../../src/formats/checklist-workbook/read-checklist.ts';
import { readWorkbook } from '../../src/formats/workbook/read-workbook.ts';
import { COMPLETE_VENDOR } from '../../testing/builders/application.ts';
import { EXAMPLE_DAY } from '../../testing/builders/home-gateway.ts';
import { EXAMPLE_FILES, EXAMPLE_FORM } from '../../testing/generate-examples.ts';

const LEXICON = checklistLexicon(EXAMPLE_FORM);
const ATTACHED = new Set(readdirSync(EXAMPLE_FILES.evidence));

/** What `shirushi apply` prints of a workbook: a line for everything to mend, with its sheet and cell; none if complete. */
export async function messageLines(bytes: Uint8Array): Promise<readonly string[]> {
  const tables = await readWorkbook(bytes);
  if (!tables.ok) throw new Error(tables.error.code);
  const read = readChecklist(tables.value, LEXICON);
  const [faults, reading] = read.ok ? [[], read.value] : [read.error.faults, read.error.reading];
  const gaps = applicationGaps({
    application: reading.application,
    scheme: EXAMPLE_FORM.scheme,
    set: EXAMPLE_FORM.set,
    vendor: COMPLETE_VENDOR,
    attached: ATTACHED,
    today: EXAMPLE_DAY,
  });
  return findingLines(placedGaps(gaps, faults, reading), { language: 'ja', form: EXAMPLE_FORM });
}
