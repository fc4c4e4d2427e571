import { flushCompileCache } from 'node:module';
import { setTimeout as pause } from 'node:timers/promises';
import { getRequestListener } from '@hono/node-server';
import { pino, type Logger } from 'pino';
import { Registry } from 'prom-client';
import { openidProvider } from '../adapters/openid-provider.ts';
import { webauthnPasskeys } from '../adapters/webauthn-passkeys.ts';
import { COMMANDS } from '../cli/commands.ts';
import { EXIT, type ActContext, type CommandContext } from '../cli/command.ts';
import { readCommandLine } from '../cli/read-command-line.ts';
import { runCommand } from '../cli/run-command.ts';
import { say } from '../cli/say.ts';
import type { Deps, HookCaller, Mailer, OpenidProvider } from '../app/ports.ts';
import type { StaticCopy } from '../jobs/job.ts';
import { StoredPages } from '../app/stored-page/stored-pages.ts';
import { unavailability } from '../app/unavailability.ts';
import { apiRoutes } from '../api/api-routes.ts';
import { webApp } from '../web/app.ts';
import { answerStored } from '../web/stored/answer-stored.ts';
import { apiAllowance } from '../web/guard/allowance.ts';
import { compose, type Composition } from './compose.ts';
import { atPort, type Config } from './config.ts';
import { listen } from './listen.ts';
import { listenFault } from './listen-fault.ts';
import { prepareFolder } from './demonstration-folder.ts';
import { listenForCommands, type RunRemote } from './control-socket.ts';
import type { JobSettings, RunningJobs } from './start-jobs.ts';
import { printDeath, printStartRefusal } from './start-refusal-lines.ts';

/**
 * Milliseconds after which the jobs are started. On the embedded database their first statements would otherwise stand
 * before those of the first page.
 */
const JOBS_AFTER = 2_000;

/** The provider that is configured, if one is; nothing is asked of it before somebody signs in. */
function openidOf({ openid, baseUrl }: Config): OpenidProvider | undefined {
  if (openid === undefined) return undefined;
  return openidProvider({ ...openid, redirectUri: `${baseUrl}/sign-in/openid/callback` });
}

/** The mail server that is configured, if one is; the library is loaded only then. */
async function mailerOf({ mail }: Config): Promise<Mailer | undefined> {
  if (mail === undefined) return undefined;
  const { smtpMailer } = await import('../adapters/smtp-mailer.ts');
  return smtpMailer(mail);
}

/** What copies the public side as files, loaded when it is first used. */
function toolsFor(deps: Deps, { isDemonstration }: Config): NonNullable<ActContext['exportTools']> {
  return async (live) => (await import('./export-tools.ts')).exportTools(deps, { isDemonstration, live });
}

/** The folder the public side is copied to, if one is configured. */
function staticCopyOf(deps: Deps, config: Config): StaticCopy | undefined {
  const { staticExport } = config;
  if (staticExport === undefined) return undefined;
  const making = toolsFor(deps, config);
  let tools: ReturnType<typeof making> | undefined;
  return { folder: staticExport.folder, tools: () => (tools ??= making(staticExport.live)) };
}

/** What calls webhooks; a demonstration may call programs on its own machine, too. */
async function hooksOf({ isDemonstration }: Config): Promise<HookCaller> {
  const { hookCaller } = await import('../adapters/hook-caller.ts');
  return hookCaller({ allowsLoopback: isDemonstration });
}

/** Where answers about labels are stored; what names the program is read when the first pages have had their turn. */
function storedPagesOf(deps: Deps, { isDemonstration }: Config, log: Logger): StoredPages {
  const { baseUrl, scheme } = deps;
  const making = async (): Promise<string> => {
    await pause(JOBS_AFTER, undefined, { ref: false });
    const { answerEdition } = await import('./answer-edition.ts');
    return answerEdition([scheme.sha256, baseUrl, isDemonstration]);
  };
  const report = (error: unknown): void => log.warn({ err: error }, 'answers are not stored');
  return new StoredPages(deps, { edition: making(), report });
}

/** Runs commands that come over the control socket with this process's own dependencies. */
function remoteRunner(deps: Deps, config: Config, log: Logger): RunRemote {
  return async ({ args, directory, language }, print) => {
    const read = await readCommandLine(COMMANDS, args);
    if (read.found !== 'command') return EXIT.usage;
    const context: CommandContext = {
      language,
      directory,
      json: read.input.values['json'] === true,
      schemeDirectory: config.schemeDirectory,
      now: deps.clock.now,
      print: print.out,
      printError: print.error,
    };
    const report = (incident: string, cause: unknown): void => log.error({ incident, err: cause }, 'command failed');
    const exportTools = toolsFor(deps, config);
    return runCommand(context, read, { deps, exportTools, report });
  };
}

function stopSignal(): Promise<string> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve(signal));
  });
}

/**
 * Starts the jobs when the first pages have had their turn, and again and again while the database is away just then;
 * undefined when asked to stop before.
 */
async function startJobsLater(settings: JobSettings, stopped: Promise<unknown>): Promise<RunningJobs | undefined> {
  const isStopping = stopped.then(() => true);
  for (;;) {
    if (await Promise.race([isStopping, pause(JOBS_AFTER, false, { ref: false })])) return undefined;
    const { startJobs } = await import('./start-jobs.ts');
    try {
      return await startJobs(settings);
    } catch (error) {
      if (unavailability(error) === undefined) throw error;
      settings.log.error({ err: error }, 'the jobs cannot be started yet');
    }
  }
}

async function run(context: CommandContext, given: Config, composition: Composition): Promise<number> {
  const log = pino({ level: given.logLevel });
  composition.deps.db.onFatal((failure) => {
    log.fatal({ failure }, 'the embedded database is dead; restart recovers every acknowledged act');
    printDeath(context, failure);
    process.exit(EXIT.bug);
  });
  const server = await listen(given);
  const config = atPort(given, server.port);
  const deps = { ...composition.deps, baseUrl: config.baseUrl };
  if (config.isDemonstration) {
    const { openDemonstration } = await import('./demonstration.ts');
    await openDemonstration(context, { ...deps, scanner: undefined }, config);
  }
  // Whoever asks to stop from now on, even before the jobs have started, finds everything closed in order.
  const stopped = stopSignal();
  const { trustedProxies, isDemonstration } = config;
  const setup = {
    deps,
    log,
    metrics: new Registry(),
    trustedProxies,
    isDemonstration,
    sendsMail: config.mail !== undefined || isDemonstration,
    passkeys: webauthnPasskeys,
    openid: openidOf(config),
  };
  const stored = storedPagesOf(deps, config, log);
  const app = webApp({ ...setup, stored });
  app.route('/', apiRoutes({ deps, allowance: apiAllowance(setup) }));
  const answer = getRequestListener(app.fetch);
  server.answerWith(answerStored({ ...setup, stored }, (request, response) => void answer(request, response)));
  const commands =
    config.databaseUrl === undefined
      ? await listenForCommands(config.dataDirectory, remoteRunner(deps, config, log))
      : undefined;
  context.print(say(context, 'start.listening', { address: server.address }));
  const hooks = await hooksOf(config);
  const settings = { deps, mailer: await mailerOf(config), hooks, staticCopy: staticCopyOf(deps, config), log };
  const jobs = await startJobsLater(settings, stopped);
  // A process that is killed leaves no cache of what it loaded; the next start shall find one all the same.
  flushCompileCache();
  const signal = await stopped;
  log.info({ signal }, 'stopping');
  await server.close();
  await stored.settle();
  await commands?.close();
  await jobs?.stop();
  return EXIT.done;
}

/** `shirushi serve`: the pages, the jobs, and the commands of this machine, until asked to stop. */
export async function serve(context: CommandContext, config: Config): Promise<number> {
  if (config.isDemonstration) {
    const folder = await prepareFolder(config.dataDirectory);
    if (!folder.ok) return printStartRefusal(context, config, folder.error);
  }
  const composed = await compose(config, context.language);
  if (!composed.ok) return printStartRefusal(context, config, composed.error);
  try {
    return await run(context, config, composed.value);
  } catch (error) {
    const fault = listenFault(context, config, error);
    if (fault === undefined) throw error;
    context.printError(fault);
    return EXIT.refused;
  } finally {
    await composed.value.close();
  }
}
