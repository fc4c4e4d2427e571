import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { loadSchemeTypeface } from '../typeface/scheme-typeface.ts';

/** A document to be typeset. */
type TypstDocument = {
  /** The template; it reads its content from `sys.inputs`, so nothing a person typed is ever markup. */
  readonly template: string;
  /** JSON text by name. */
  readonly inputs: Readonly<Record<string, string>>;
  /** PDF/UA-1 (ISO 14289-1), or plain PDF 1.7. */
  readonly standard: 'ua-1' | '1.7';
};

let compiler: Promise<NodeCompiler> | undefined;

/**
 * Typesets a document; the same document gives the same bytes. Templates must switch font fallback off, or fonts of the
 * machine would come in. Throws when the template does not compile: content cannot cause that, a bug can.
 */
export async function compilePdf({ template, inputs, standard }: TypstDocument): Promise<Uint8Array> {
  compiler ??= startCompiler();
  const typst = await compiler;
  const compiled = typst.compile({ mainFileContent: template, inputs: { ...inputs } });
  const document = compiled.result;
  if (document === null) {
    const problem = compiled.takeDiagnostics();
    throw new Error(`typst: ${JSON.stringify(problem === null ? 'no result' : typst.fetchDiagnostics(problem))}`);
  }
  const pdf = new Uint8Array(typst.pdf(document, { pdfStandard: standard }));
  await releaseMemory(typst);
  return pdf;
}

/** Loaded at first use: the native module and its fonts cost about 0.2 s and 60 MB. */
async function startCompiler(): Promise<NodeCompiler> {
  const [{ NodeCompiler: Compiler }, { files }] = await Promise.all([
    import('@myriaddreamin/typst-ts-node-compiler'),
    loadSchemeTypeface(),
  ]);
  return Compiler.create({ fontArgs: [{ fontBlobs: files.map((file) => Buffer.from(file)) }] });
}

/** Without a turn of the event loop after each document its native memory is never given back. */
async function releaseMemory(typst: NodeCompiler): Promise<void> {
  typst.evictCache(0);
  await new Promise<void>((resume) => {
    setImmediate(resume);
  });
}
