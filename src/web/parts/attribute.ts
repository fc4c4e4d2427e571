import { html, type Html } from './html.ts';

/** An attribute of an element where it has a value; `true` writes the bare name, `false` and nothing leave it out. */
export function attribute(name: string, value: string | boolean | undefined): Html | string {
  if (value === undefined || value === false) return '';
  return value === true ? html` ${name}` : html` ${name}="${value}"`;
}
