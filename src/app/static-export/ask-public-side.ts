import type { PublicSide } from '../ports.ts';
import type { ExportedFile } from './export-line.ts';

/** The file of an address among those known, whichever ending its media type gave it. */
export function copiedAt(path: string, files: readonly ExportedFile[]): ExportedFile | undefined {
  const names = ['', ...Object.keys(ENDINGS)].map((type) => fileOf(path, type));
  return files.find(([file]) => names.includes(file));
}

/** What lies under an address: its bytes as they come, and the file they belong into. */
type Answered = { readonly file: string; readonly content: AsyncIterable<Uint8Array> };

/** Endings by media type: a file server tells the type from them. */
const ENDINGS: Readonly<Record<string, string>> = {
  'text/html': '.html',
  'application/json': '.json',
  'application/gzip': '.gz',
};

/**
 * The file of an address: its path as servers decode it, with an ending where its media type has one that the address
 * lacks.
 */
function fileOf(path: string, type: string): string {
  const plain = decodeURIComponent(path.replace(/\?.*$/, '').slice(1));
  const ending = ENDINGS[type.replace(/;.*$/, '').trim()] ?? '';
  if (plain === '' || plain.endsWith('/')) return `${plain}index${ending}`;
  return plain.endsWith(ending) ? plain : plain + ending;
}

/** What the public side answers at an address. Throws when it answers otherwise than with what is to be exported. */
export async function askPublicSide(side: PublicSide, path: string, status = 200): Promise<Answered> {
  const answer = await side.ask(path);
  if (answer.status !== status) throw new Error(`${path} answered ${String(answer.status)}`);
  const content: AsyncIterable<Uint8Array> | null = answer.body;
  if (content === null) throw new Error(`${path} answered with nothing`);
  return { file: fileOf(path, answer.headers.get('content-type') ?? ''), content };
}
