import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** A file pages ask for: its address names its content, so a browser may keep it for ever. */
type TextAsset = { readonly path: string; readonly type: string; readonly text: string };

const TYPES = { css: 'text/css; charset=utf-8', js: 'text/javascript; charset=utf-8' } as const;

/** An asset with this name and content. */
export function textAsset(name: `${string}.${keyof typeof TYPES}`, text: string): TextAsset {
  const dot = name.lastIndexOf('.');
  const type = name.endsWith('.css') ? TYPES.css : TYPES.js;
  const path = `/assets/${name.slice(0, dot)}-${hash('sha256', text).slice(0, 16)}${name.slice(dot)}`;
  return { path, type, text };
}

/** The text of a script that lies beside this file. */
export function scriptText(name: string): string {
  return readFileSync(new URL(`${name}.js`, import.meta.url), 'utf8');
}
