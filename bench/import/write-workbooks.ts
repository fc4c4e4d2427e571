/**
 * `node write-workbooks.ts FOLDER COUNT`: filled workbooks, no two alike, every fifth with mistakes; always the same
 * ones.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checklistTemplate } from '../../src/formats/checklist-workbook/checklist-template.ts';
import type { WorkbookTemplate } from '../../src/formats/workbook/workbook-template.ts';
import { writeWorkbook } from '../../src/formats/workbook/write-workbook.ts';
import { withEdits } from '../../testing/builders/edited-template.ts';
import { MISTAKES } from '../../testing/builders/faulty-gateway.ts';
import { EXAMPLE_DAY } from '../../testing/builders/home-gateway.ts';
import { EXAMPLE_FORM } from '../../testing/generate-examples.ts';
import { seededChance, type SeededChance } from '../../testing/seeded-chance.ts';
import { variedGateway } from './varied-gateway.ts';
import { isFaulty, workbookName } from './workbook-name.ts';

/** From one mistake to all of them. */
function withMistakes(template: WorkbookTemplate, chance: SeededChance): WorkbookTemplate {
  const sure = chance.below(MISTAKES.length);
  const rarity = 1 + chance.below(6);
  return withEdits(
    template,
    MISTAKES.filter((_mistake, place) => place === sure || chance.once(rarity)),
  );
}

const [folder = '', count = ''] = process.argv.slice(2);
const chance = seededChance(16);
for (let number = 0; number < Number(count); number += 1) {
  const application = variedGateway(chance, number);
  const template = checklistTemplate({ form: EXAMPLE_FORM, language: 'ja', today: EXAMPLE_DAY, application });
  const written = await writeWorkbook(isFaulty(number) ? withMistakes(template, chance) : template);
  if (!written.ok) throw new Error(JSON.stringify(written.error));
  writeFileSync(join(folder, workbookName(number)), written.value);
}
