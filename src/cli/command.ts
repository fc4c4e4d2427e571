import type { Language } from '../core/kernel/text.ts';
import type { PersonActor } from '../core/access/actor.ts';
import type { Deps } from '../app/ports.ts';
import type { ExportTools } from '../app/static-export/export-to-folder.ts';
import type { MessageKey } from '../i18n/message.ts';

/** One option of a command: with a value, or a switch. */
export type CommandOption = {
  readonly type: 'string' | 'boolean';
  readonly multiple?: boolean;
  readonly help: MessageKey;
};

/** What the user typed after the command's name. */
export type CommandInput = {
  readonly positionals: readonly string[];
  readonly values: Readonly<Record<string, string | boolean | readonly string[] | undefined>>;
};

/** What a command prints to and reads from: a terminal, or the socket of a client on the same machine. */
export type CommandContext = {
  readonly language: Language;
  /** Whether to print JSON instead of words. */
  readonly json: boolean;
  /** Folder relative file names are resolved against. */
  readonly directory: string;
  readonly print: (line: string) => void;
  readonly printError: (line: string) => void;
  /** Folder of the scheme data. */
  readonly schemeDirectory: string;
  readonly now: () => Temporal.Instant;
};

/** Exit codes: done; refused or faults found; used wrongly; verified, and a question stays open. */
export const EXIT = { done: 0, refused: 1, usage: 2, open: 3, bug: 70 } as const;

/** A command as the list of all knows it, before it is loaded. */
export type ListedCommand<Loaded> = {
  /** Words of the command: `case accept`. */
  readonly name: string;
  readonly help: MessageKey;
  /** Names of its arguments; one ending in `?` may be left out, a last one ending in `…` repeated. */
  readonly positionals: readonly string[];
  readonly load: () => Promise<Loaded>;
};

type CommandShape = { readonly options: Readonly<Record<string, CommandOption>> };

/** A command that needs only files. */
export type FileCommand = CommandShape & {
  readonly needs: 'files';
  readonly run: (context: CommandContext, input: CommandInput) => Promise<number>;
};

/** A command that does acts. */
export type ActCommand = CommandShape & {
  readonly needs: 'acts';
  readonly run: (context: ActContext, input: CommandInput) => Promise<number>;
};

/** Any command of the command line; one file each. */
export type Command = FileCommand | ActCommand;

/** The context of a command that does acts. */
export type ActContext = CommandContext & {
  readonly deps: Deps;
  /** What copies the public side as files, which entry has: the pages are another face. `live` is where the program runs. */
  readonly exportTools?: ((live: string | undefined) => Promise<ExportTools>) | undefined;
};

/** The context of a command that somebody does. */
export type PersonContext = ActContext & { readonly actor: PersonActor };
