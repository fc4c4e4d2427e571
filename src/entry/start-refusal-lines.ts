import { schemeFaultLines } from '../cli/scheme-faults-text.ts';
import { fileTrouble } from '../cli/file-trouble.ts';
import { say } from '../cli/say.ts';
import type { Language } from '../core/kernel/text.ts';
import { EXIT, type CommandContext } from '../cli/command.ts';
import type { StartRefusal } from './compose.ts';
import type { Config, ConfigFault } from './config.ts';
import type { DemonstrationRefusal } from './demonstration-folder.ts';

function startRefusalLines(
  language: Language,
  refusal: StartRefusal | DemonstrationRefusal,
  schemeDirectory: string,
): readonly string[] {
  const context = { language };
  switch (refusal.code) {
    case 'scheme_faulty':
      return [...schemeFaultLines(refusal.faults, language, schemeDirectory), say(context, 'start.scheme_faulty')];
    case 'data_directory_in_use':
      return [
        say(context, 'start.data_directory_in_use', { directory: refusal.directory, pid: String(refusal.pid ?? '?') }),
      ];
    case 'data_folder_unusable': {
      const reason = fileTrouble(context, refusal.cause);
      return [say(context, 'start.data_folder_unusable', { directory: refusal.directory, reason })];
    }
    default: {
      const { code, ...params } = refusal;
      return [say(context, `start.${code}`, params)];
    }
  }
}

/** Prints why nothing was started, in words that say how to mend it, and answers with the exit code. */
export function printStartRefusal(
  context: CommandContext,
  config: Config,
  refusal: StartRefusal | DemonstrationRefusal,
): number {
  startRefusalLines(context.language, refusal, config.schemeDirectory).forEach((line) => context.printError(line));
  return EXIT.refused;
}

/** What is wrong in the configuration, one line a value. */
export function configFaultLines(language: Language, faults: readonly ConfigFault[]): readonly string[] {
  const context = { language };
  return faults.map(({ variable, value, wanted, example }) =>
    say(context, 'config.fault', { variable, value, wanted: say(context, wanted), example }),
  );
}
