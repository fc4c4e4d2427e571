import { schemeFaultLines } from '../cli/scheme-faults-text.ts';
import { troubleInWords } from '../cli/file-trouble.ts';
import { say } from '../cli/say.ts';
import type { Language } from '../core/kernel/text.ts';
import { EXIT, type CommandContext } from '../cli/command.ts';
import type { FatalFailure } from '../db/fatal-signal.ts';
import { storageTrouble } from '../db/storage-trouble.ts';
import type { StartRefusal } from './compose.ts';
import type { Config } from './config.ts';
import type { ConfigFault } from './setting.ts';
import type { DemonstrationRefusal } from './demonstration-folder.ts';

/** Why a witness cannot use its own key. */
export type WitnessKeyRefusal = {
  readonly code: `witness_key_${'missing' | 'malformed' | 'open_to_others' | 'unreadable'}`;
  readonly file: string;
  readonly mode?: string;
  readonly trouble?: string;
};

/** Why a program does not start. */
type Refusal = StartRefusal | DemonstrationRefusal | WitnessKeyRefusal;

function startRefusalLines(language: Language, refusal: Refusal, schemeDirectory: string): readonly string[] {
  const context = { language };
  switch (refusal.code) {
    case 'scheme_faulty':
      return [...schemeFaultLines(refusal.faults, language, schemeDirectory), say(context, 'start.scheme_faulty')];
    case 'data_directory_in_use':
      return [
        say(context, 'start.data_directory_in_use', { directory: refusal.directory, pid: String(refusal.pid ?? '?') }),
      ];
    case 'data_folder_unusable': {
      const reason = troubleInWords(context, refusal.trouble);
      return [say(context, 'start.data_folder_unusable', { directory: refusal.directory, reason })];
    }
    case 'database_unreachable': {
      const { trouble, said } = refusal;
      const reason = trouble === undefined ? said : say(context, `unavailable.${trouble}`);
      const detail = trouble === undefined ? '' : said;
      return [
        say(context, detail === '' ? 'start.database_unreachable' : 'start.database_unreachable_said', {
          reason,
          said,
        }),
      ];
    }
    default: {
      const { code, ...params } = refusal;
      return [say(context, `start.${code}`, params)];
    }
  }
}

/** Prints why nothing was started, in words that say how to mend it, and answers with the exit code. */
export function printStartRefusal(context: CommandContext, config: Config, refusal: Refusal): number {
  startRefusalLines(context.language, refusal, config.schemeDirectory).forEach((line) => context.printError(line));
  return EXIT.refused;
}

/** Prints that the embedded database has stopped, and why. */
export function printDeath(context: CommandContext, failure: FatalFailure): void {
  const reason = troubleInWords(context, storageTrouble(failure.cause) ?? failure.code);
  context.printError(say(context, 'start.database_dead', { reason }));
}

/** What is wrong in the configuration, one line a value. */
export function configFaultLines(language: Language, faults: readonly ConfigFault[]): readonly string[] {
  const context = { language };
  return faults.map(({ variable, value, wanted, example }) =>
    say(context, 'config.fault', { variable, value, wanted: say(context, wanted), example }),
  );
}
