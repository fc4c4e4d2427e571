const INVISIBLE = /[\p{Cc}\s\\]/u;

/**
 * The address within the workspaces somebody wanted before they had to sign in; anything else, above all an address of
 * another site in any disguise, becomes the start page (ASVS 5.0, 3.7.2).
 */
export function workspacePath(wanted: string | undefined, otherwise: string): string {
  if (wanted === undefined || wanted.length > 2000 || INVISIBLE.test(wanted)) return otherwise;
  if (!/^\/(en\/)?workspace([/?]|$)/.test(wanted)) return otherwise;
  const url = URL.parse(wanted, 'http://here.invalid');
  if (url?.origin !== 'http://here.invalid' || !/^\/(en\/)?workspace(\/|$)/.test(url.pathname)) return otherwise;
  return url.pathname + url.search;
}
