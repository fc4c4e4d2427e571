import { resolve } from 'node:path';
import type { Suggestion } from '../../testing/world/suggestions.ts';
import type { Config } from './config.ts';

/** How a suggestion is followed: pages to open, commands to type in a second terminal. */
type Means = {
  readonly page: (path: string) => string;
  /** A command line of somebody, given without the options that every one of them needs. */
  readonly command: (words: string) => string;
  /** A command line of anybody, who knows nothing but a public address. */
  readonly outside: (words: string, path: string) => string;
};

type Steps = (params: Readonly<Record<string, string>>, means: Means) => readonly string[];

const STEPS: Readonly<Record<Suggestion['key'], Steps>> = {
  'demonstration.try.search': ({ model = '' }, { page }) => [page(`/search?q=${encodeURIComponent(model)}`)],
  'demonstration.try.label': ({ number = '' }, { page }) => [page(`/labels/${number}`)],
  'demonstration.try.submit': ({ number = '' }, { page, command }) => [
    page(`/workspace/cases/${number}/answers`),
    command(`case submit ${number}`),
  ],
  'demonstration.try.mend': ({ number = '' }, { page, command }) => [
    page(`/workspace/cases/${number}`),
    command(`case show ${number}`),
  ],
  'demonstration.try.accept': ({ number = '' }, { page, command }) => [
    page(`/workspace/office/cases/${number}`),
    command(`case show ${number}`),
    command(`case accept ${number}`),
  ],
  'demonstration.try.confirm': ({ number = '' }, { page, command }) => [
    page(`/workspace/office/cases/${number}`),
    command(`case grant ${number}`),
  ],
  'demonstration.try.embargo': ({ number = '' }, { page }) => [page(`/labels/${number}`)],
  'demonstration.try.agent': (_, { page, command }) => [page('/workspace/cases'), command('case list')],
  'demonstration.try.prove': ({ number = '' }, { outside }) => [
    outside('verify', `/labels/${number}`),
    outside('audit', ''),
  ],
};

/** The lines to copy in order to follow a suggestion: addresses for a browser, commands for a second terminal. */
export function stepsOf(
  { key, params }: Suggestion,
  { baseUrl, dataDirectory }: Pick<Config, 'baseUrl' | 'dataDirectory'>,
): readonly string[] {
  const texts = Object.fromEntries(Object.entries(params).map(([name, value]) => [name, String(value)]));
  const data = dataDirectory === resolve('var/demo') ? '' : ` --data ${dataDirectory}`;
  const command: Means['command'] = (words) => `npm run shirushi -- ${words} --demo${data} --as ${texts['mail'] ?? ''}`;
  const page: Means['page'] = (path) => baseUrl + path;
  return STEPS[key](texts, { page, command, outside: (words, path) => `npm run shirushi -- ${words} ${page(path)}` });
}
