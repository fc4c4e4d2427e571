import { hash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';

/** The verifier as a browser loads it: modules in plain JavaScript, by their path below one address. */
type VerifierModules = {
  /** Names their content: a browser may keep them for ever. */
  readonly base: string;
  /** The page's own script, which imports the others. */
  readonly main: string;
  readonly texts: ReadonlyMap<string, string>;
};

const SOURCE = new URL('../../', import.meta.url).href;
const MAIN = 'web/assets/verify.js';

const SPECIFIER = /^((?:import|export)\b[^'";]*?\bfrom\s*|import\s*)(['"])([^'"]+)\2/gm;

/** The file a module imports; where everything has been compiled, `.js` lies where `.ts` is written. */
function importedFile(importer: string, specifier: string): string {
  if (!specifier.startsWith('.')) return import.meta.resolve(specifier);
  const written = new URL(specifier, importer);
  return existsSync(written) ? written.href : written.href.replace(/\.ts$/, '.js');
}

/** The path of a file among the modules: a browser knows neither packages nor types. */
function pathOf(file: string): string {
  if (file.startsWith(SOURCE)) return file.slice(SOURCE.length).replace(/\.ts$/, '.js');
  return `packages/${file.slice(file.lastIndexOf('/node_modules/') + '/node_modules/'.length)}`;
}

function fromTo(importer: string, imported: string): string {
  return `${'../'.repeat(importer.split('/').length - 1) || './'}${imported}`;
}

/**
 * A module without its types. The warning that this may change in Node is answered by our tests, and no news to
 * operators.
 */
function plainText(file: string): string {
  const written = readFileSync(new URL(file), 'utf8');
  if (!file.endsWith('.ts')) return written;
  const emitWarning = process.emitWarning.bind(process);
  process.emitWarning = () => undefined;
  try {
    return stripTypeScriptTypes(written);
  } finally {
    process.emitWarning = emitWarning;
  }
}

/** Reads a module, and those it imports, that are not there yet. */
function read(file: string, texts: Map<string, string>): void {
  const path = pathOf(file);
  if (texts.has(path)) return;
  const imported: string[] = [];
  const text = plainText(file).replace(SPECIFIER, (_whole, keyword: string, _quote, specifier: string) => {
    const target = importedFile(file, specifier);
    imported.push(target);
    return `${keyword}'${fromTo(path, pathOf(target))}'`;
  });
  texts.set(path, text);
  for (const target of imported) read(target, texts);
}

let known: VerifierModules | undefined;

/** Every module of the verifier, made of the sources the command line runs; made once, when it is first asked for. */
export function verifierModules(): VerifierModules {
  if (known !== undefined) return known;
  const texts = new Map<string, string>();
  read(SOURCE + MAIN, texts);
  const name = hash('sha256', JSON.stringify([...texts].sort())).slice(0, 16);
  known = { base: `/assets/verifier/${name}/`, main: MAIN, texts };
  return known;
}
