const ENTITIES: Readonly<Record<string, string>> = {
  '&quot;': '"',
  '&#39;': "'",
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
};

/** The unseen fields of the forms on a page, as a browser would send them unchanged. */
export function formFieldsOf(page: string): Record<string, string> {
  const hidden = page.matchAll(/<input\s+type="hidden"\s+name="([^"]+)"\s+value="([^"]*)"/g);
  const plain = (text: string): string => text.replace(/&(?:quot|#39|lt|gt|amp);/g, (name) => ENTITIES[name] ?? name);
  return Object.fromEntries(Array.from(hidden, ([, name = '', value = '']) => [name, plain(value)]));
}
