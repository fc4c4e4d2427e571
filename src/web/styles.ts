import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/**
 * The one style sheet as the element written into each page, and the source expression that lets a policy allow it (CSP3,
 * 2.3.1): not a space may be added between them.
 */
export type Styles = { readonly element: string; readonly source: string };

/** In the order in which later rules may refine earlier ones. */
const SHEETS = [
  'page',
  'demonstration-notice',
  'header',
  'footer',
  'search-box',
  'chip',
  'pagination',
  'search-results',
  'status-banner',
  'stars',
  'label-card',
  'section',
  'description-list',
  'data-table',
  'table-cards',
  'disclosure',
  'notification',
  'timeline',
  'history-list',
  'compare',
  'print',
] as const;

const TOKEN = /^\s*(--[\w-]+):\s*([^;]+);/gm;
const USE = /var\((--[\w-]+)\)/g;

function readTokens(): ReadonlyMap<string, string> {
  const path = createRequire(import.meta.url).resolve('@digital-go-jp/design-tokens/dist/tokens.css');
  return new Map([...readFileSync(path, 'utf8').matchAll(TOKEN)].map(([, name = '', value = '']) => [name, value]));
}

/** Only the design tokens a text uses, with those they are made of. Throws on a name the tokens do not have. */
function tokensUsed(css: string, tokens: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const used = new Map<string, string>();
  const take = (text: string): void => {
    for (const [, name = ''] of text.matchAll(USE)) {
      if (used.has(name)) continue;
      const value = tokens.get(name);
      if (value === undefined) throw new Error(`the design tokens have no ${name}`);
      used.set(name, value);
      take(value);
    }
  };
  take(css);
  return used;
}

function compact(css: string): string {
  return css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,>]) ?/g, '$1')
    .replace(/: /g, ':')
    .replaceAll(';}', '}')
    .trim();
}

/** One text out of the sheets of parts: the design tokens they use, then each sheet in the order given. */
export function sheetOf(parts: readonly string[]): string {
  const rules = parts.map((name) => readFileSync(new URL(`parts/${name}.css`, import.meta.url), 'utf8')).join('\n');
  const tokens = [...tokensUsed(rules, readTokens())].map(([name, value]) => `${name}:${value};`).join('');
  return compact(`:root{${tokens}}${rules}`);
}

/** Reads the style sheet of the public pages. */
export function readStyles(): Styles {
  const css = sheetOf(SHEETS);
  return { element: `<style>${css}</style>`, source: `'sha256-${createHash('sha256').update(css).digest('base64')}'` };
}
