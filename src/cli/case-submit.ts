import { findCase } from '../app/case/find-case.ts';
import { submitCase } from '../app/case/submit-case.ts';
import { caseCommand } from './case-command.ts';
import { receiptLines } from './receipt-lines.ts';

/** `shirushi case submit NUMBER`: submits a draft or returned case as it stands. */
export const caseSubmit = caseCommand({
  act: async (context, id) => {
    const shown = await findCase(context.deps, context.actor, id);
    if (!shown.ok) return shown;
    return submitCase(context.deps, context.actor, { id, version: shown.value.row.version });
  },
  lines: receiptLines,
});
