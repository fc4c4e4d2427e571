import { writeWorkbook } from '../workbook/write-workbook.ts';
import { checklistTemplate, type ChecklistWish } from './checklist-template.ts';

/**
 * The checklist workbook of a level: empty, or filled from an application so that it can be finished in Excel. The same
 * wish always gives the same bytes. Throws if words of the form cannot be names of sheets: that is a bug.
 */
export async function writeChecklist(wish: ChecklistWish): Promise<Uint8Array> {
  const written = await writeWorkbook(checklistTemplate(wish));
  if (!written.ok) {
    throw new Error(`the checklist of ${wish.form.set.id} cannot be written: ${JSON.stringify(written.error)}`);
  }
  return written.value;
}
