import { reconcileFiles } from '../app/files/reconcile-files.ts';
import { COMMAND_LINE } from './acting-person.ts';
import { EXIT, type ActCommand } from './command.ts';
import { printRefusal } from './refusal-text.ts';
import { printResult, say } from './say.ts';

/** `shirushi files reconcile [--contents]`: compares the file store with its records; exit 1 when they differ. */
export const filesReconcile: ActCommand = {
  needs: 'acts',
  options: { contents: { type: 'boolean', help: 'cli.option.contents' } },
  run: async (context, input) => {
    const reconciled = await reconcileFiles(context.deps, COMMAND_LINE, {
      readContents: input.values['contents'] === true,
    });
    if (!reconciled.ok) return printRefusal(context, reconciled.error);
    const found = reconciled.value;
    const lines = [
      ...found.rowsWithoutFile.map((sha256) => say(context, 'cli.reconcile.row-without-file', { sha256 })),
      ...found.filesWithoutRow.map((sha256) => say(context, 'cli.reconcile.file-without-row', { sha256 })),
      ...found.alteredFiles.map((sha256) => say(context, 'cli.reconcile.damaged', { sha256 })),
    ];
    printResult(context, found, lines.length === 0 ? [say(context, 'cli.reconcile.clean')] : lines);
    return lines.length === 0 ? EXIT.done : EXIT.refused;
  },
};
