import type { Receipt } from '../core/case/receipt.ts';
import type { ActContext } from './command.ts';
import { say, shownMoment } from './say.ts';

/** A receipt as printed: when it arrived, and every file with its size and hash. */
export function receiptLines(context: ActContext, receipt: Receipt): readonly string[] {
  return [
    say(context, 'cli.receipt', {
      number: receipt.applicationNumber,
      sequence: receipt.sequence,
      receivedAt: shownMoment(context, receipt.receivedAt, context.deps.scheme.scheme.zone),
    }),
    say(context, 'cli.receipt.answers', { sha256: receipt.answers }),
    ...receipt.files.map(({ name, size, sha256 }) => say(context, 'cli.receipt.file', { name, size, sha256 })),
  ];
}
