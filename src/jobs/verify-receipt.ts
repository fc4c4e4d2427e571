import { verifyReceipt } from '../app/case/verify-receipt.ts';
import type { EventJob } from './job.ts';

/** After each submission: are the files in the store those of the receipt? Damage is an error in the log. */
export const verifyReceiptJob: EventJob = {
  name: 'verify-receipt',
  perform: async ({ deps, log }, event) => {
    const verified = await verifyReceipt(deps, { kind: 'system', job: 'verify-receipt' }, event);
    if (!verified.ok) throw new Error(`event ${event} has no receipt to verify: ${verified.error.code}`);
    const { caseId, sequence, files, damaged, isNew } = verified.value;
    if (damaged.length > 0) {
      log.error({ case: caseId, sequence, files, damaged }, 'files of a receipt are damaged or lost: restore them');
    }
    return isNew ? { receipts: 1, files, receiptDamage: damaged.length } : { receipts: 0, files: 0, receiptDamage: 0 };
  },
};
