import { GLOSSARY, type GlossarySection } from '../src/i18n/glossary.ts';

const HEAD = `<!-- Written by \`npm run generate\` from src/i18n/glossary.ts. -->

# Glossary · 用語集

One word means one thing, in pages, documents and code. A code name is given once code needs the word.
`;

const COLUMNS = ['Term', '日本語', 'Source', 'In code', 'Meaning', '意味'];

const line = (cells: readonly string[]): string =>
  `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;

function table({ heading, terms }: GlossarySection): string {
  const rows = terms.map(({ term, ja, source, code, meaning }) =>
    line([term, ja, source, code === '' ? '' : `\`${code}\``, meaning.en, meaning.ja]),
  );
  return [`\n## ${heading.en} · ${heading.ja}\n`, line(COLUMNS), line(COLUMNS.map(() => '---')), ...rows, ''].join(
    '\n',
  );
}

/** The glossary as a page of the documentation. */
export function glossaryPage(): string {
  return HEAD + GLOSSARY.map(table).join('');
}
