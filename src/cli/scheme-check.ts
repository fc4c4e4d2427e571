import { resolve } from 'node:path';
import { readSchemeFiles } from '../formats/scheme-files/read-scheme-files.ts';
import { EXIT, type FileCommand } from './command.ts';
import { schemeFaultLines } from './scheme-faults-text.ts';
import { readSchemeFolder } from './scheme-folder.ts';
import { printResult, say } from './say.ts';

/** `shirushi scheme check [DIR]`: prints every fault of the scheme data with its place; exit 1 when there is one. */
export const schemeCheck: FileCommand = {
  needs: 'files',
  options: {},
  run: async (context, input) => {
    const typed = input.positionals[0] ?? context.schemeDirectory;
    const scheme = readSchemeFiles(await readSchemeFolder(context, resolve(context.directory, typed)));
    if (scheme.ok) {
      const criteria = scheme.value.criteriaSets.reduce((sum, set) => sum + set.criteria.length, 0);
      const name = scheme.value.name[context.language];
      printResult(context, { scheme: scheme.value.id, criteria, faults: [] }, [
        say(context, 'cli.scheme.sound', { name, criteria }),
      ]);
      return EXIT.done;
    }
    const lines = schemeFaultLines(scheme.error, context.language, typed);
    const json = { faults: scheme.error.map((fault, index) => ({ ...fault, message: lines[index] })) };
    printResult(context, json, [...lines, say(context, 'cli.scheme.faulty', { count: scheme.error.length })]);
    return EXIT.refused;
  },
};
