/** The unseen fields of the forms on a page, as a browser would send them unchanged. */
export function formFieldsOf(page: string): Record<string, string> {
  const hidden = page.matchAll(/<input\s+type="hidden"\s+name="([^"]+)"\s+value="([^"]*)"/g);
  return Object.fromEntries(Array.from(hidden, ([, name = '', value = '']) => [name, value]));
}
