import { say } from '../cli/say.ts';
import type { CommandContext } from '../cli/command.ts';
import type { MessageKey } from '../i18n/message.ts';
import type { Config } from './config.ts';

/** By the operating system's name for what went wrong; whatever the look-up of a name says, the name is of no use. */
const FAULTS: Readonly<Record<string, MessageKey>> = {
  EADDRINUSE: 'start.port_in_use',
  EACCES: 'start.port_forbidden',
  EADDRNOTAVAIL: 'start.no_such_address',
  EINVAL: 'start.no_such_address',
};

function keyOf({ code, syscall }: NodeJS.ErrnoException): MessageKey | undefined {
  if (syscall === 'getaddrinfo') return 'start.no_such_address';
  return syscall === 'listen' ? FAULTS[code ?? ''] : undefined;
}

/** Why the address and port cannot be listened on, in words; undefined for an error of another kind. */
export function listenFault(
  context: Pick<CommandContext, 'language'>,
  { port, host }: Pick<Config, 'port' | 'host'>,
  error: unknown,
): string | undefined {
  const key = error instanceof Error ? keyOf(error) : undefined;
  return key === undefined ? undefined : say(context, key, { port: String(port), host });
}
