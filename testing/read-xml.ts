/** An element of an XML document, with the text directly within it. */
export type XmlElement = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  readonly text: string;
};

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
const TOKEN = /<\?xml [^?]*\?>|<(\/?)([A-Za-z][\w:.-]*)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>|([^<]+)/gy;

function unescaped(text: string): string {
  const bare = text.replace(/&([^;&]*);/g, (_whole, name: string) => {
    const character = ENTITIES[name];
    if (character === undefined) throw new Error(`an entity nobody declared: &${name};`);
    return character === '&' ? '\u0001' : character;
  });
  if (bare.includes('&')) throw new Error(`an ampersand that is no entity: ${text.slice(0, 80)}`);
  return bare.replaceAll('\u0001', '&');
}

function attributesOf(text: string): Record<string, string> {
  const pairs = [...text.matchAll(/([\w:.-]+)="([^"<]*)"/g)].map(
    ([, name = '', value = '']) => [name, unescaped(value)] as const,
  );
  if (new Set(pairs.map(([name]) => name)).size !== pairs.length) throw new Error(`an attribute twice: ${text}`);
  return Object.fromEntries(pairs);
}

type Open = { name: string; attributes: Record<string, string>; children: XmlElement[]; text: string };

function close(open: Open[], name: string): void {
  const inner = open.pop();
  if (inner?.name !== name || open.length === 0) throw new Error(`</${name}> closes <${inner?.name ?? ''}>`);
}

/** Takes in one token: a text, the end of an element, or its beginning. */
function take(open: Open[], [, closing, name, attributes = '', empty, text]: RegExpExecArray): void {
  const inner = open.at(-1);
  if (text !== undefined && inner !== undefined) inner.text += unescaped(text);
  if (name === undefined) return;
  if (closing === '/') {
    close(open, name);
    return;
  }
  const element: Open = { name, attributes: attributesOf(attributes), children: [], text: '' };
  inner?.children.push(element);
  if (empty !== '/') open.push(element);
}

/** Reads a document of elements, attributes and text; throws where it is not well-formed (XML 1.0). */
export function readXml(document: string): XmlElement {
  const top: Open = { name: '', attributes: {}, children: [], text: '' };
  const open: Open[] = [top];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < document.length) {
    const at = TOKEN.lastIndex;
    const token = TOKEN.exec(document);
    if (token === null) throw new Error(`not well-formed: ${document.slice(at, at + 80)}`);
    take(open, token);
  }
  const [root] = top.children;
  const isOne = open.length === 1 && top.children.length === 1 && top.text.trim() === '';
  if (root === undefined || !isOne) throw new Error('not one closed element');
  return root;
}
