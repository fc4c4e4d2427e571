import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import ts from 'typescript';
import { GLOSSARY } from '../src/i18n/glossary.ts';
import { equal } from './equal.ts';
import { glossaryPage } from './generate-glossary.ts';

const terms = GLOSSARY.flatMap((section) => section.terms);

const repeated = (words: readonly string[]): readonly string[] =>
  words.filter((word, place) => words.indexOf(word) !== place);

/** The identifiers and strings of a source file, without its comments. */
function namesIn(path: string): readonly string[] {
  const names: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) || ts.isStringLiteralLike(node)) names.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest));
  return names;
}

describe('the glossary', () => {
  test('has a term, both languages, a source and a meaning in every row', () => {
    const unfilled = terms.filter(({ term, ja, source, meaning }) =>
      [term, ja, source, meaning.en, meaning.ja].includes(''),
    );
    equal(unfilled, []);
    assert.ok(terms.length >= 70, `${terms.length} terms`);
  });

  test('never uses one word for two things', () => {
    equal(repeated(terms.map(({ term }) => term)), []);
    equal(repeated(terms.map(({ code }) => code).filter((code) => code !== '')), []);
  });

  test('gives only code names that the source code uses', () => {
    const sources = globSync('src/**/*.ts', { exclude: ['**/*.test.ts', 'src/i18n/glossary.ts'] });
    const used = new Set(sources.flatMap(namesIn));
    const unused = terms.map(({ code }) => code).filter((code) => code !== '' && !used.has(code));
    equal(unused, []);
  });

  test('puts every term on the page, in its row', () => {
    const page = glossaryPage().split('\n');
    for (const { term, ja, meaning } of terms) {
      assert.ok(
        page.some((row) => row.startsWith(`| ${term} | ${ja} |`) && row.includes(meaning.ja)),
        term,
      );
    }
  });
});
