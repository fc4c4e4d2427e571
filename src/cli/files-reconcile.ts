import { reconcileFiles } from '../app/files/reconcile-files.ts';
import { EXIT, type ActCommand } from './command.ts';
import { printResult, say } from './say.ts';

/** `shirushi files reconcile [--contents]`: compares the file store with its records; exit 1 when they differ. */
export const filesReconcile: ActCommand = {
  needs: 'acts',
  name: 'files reconcile',
  help: 'cli.help.files-reconcile',
  positionals: [],
  options: { contents: { type: 'boolean', help: 'cli.option.contents' } },
  run: async (context, input) => {
    const found = await reconcileFiles(context.deps, { readContents: input.values['contents'] === true });
    const lines = [
      ...found.rowsWithoutFile.map((sha256) => say(context, 'cli.reconcile.row-without-file', { sha256 })),
      ...found.filesWithoutRow.map((sha256) => say(context, 'cli.reconcile.file-without-row', { sha256 })),
      ...found.alteredFiles.map((sha256) => say(context, 'cli.reconcile.damaged', { sha256 })),
    ];
    printResult(context, found, lines.length === 0 ? [say(context, 'cli.reconcile.clean')] : lines);
    return lines.length === 0 ? EXIT.done : EXIT.refused;
  },
};
