import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { equal } from './equal.ts';

/** Citations with a section, a step of its list, or one of its paragraphs by the words it begins with. */
const CITATION = /DOMAIN (§\d+(?:\.\d+)?(?:, (?:states|four numbers|issue and validity|two chains))?)/g;

/** Everything the page of the scheme can be cited by. */
function placesOf(page: string): ReadonlySet<string> {
  const places = new Set<string>();
  let section = '';
  for (const line of page.split('\n')) {
    const heading = /^## (\d+)\. /.exec(line)?.[1];
    if (heading !== undefined) section = `§${heading}`;
    const step = /^(\d+)\. /.exec(line)?.[1];
    const words = [...line.matchAll(/\*\*([^*]+?)\.?\*\*/g)].map((match) => match[1]?.toLowerCase() ?? '');
    places.add(section);
    if (step !== undefined) places.add(`${section}.${step}`);
    for (const word of words) places.add(`${section}, ${word}`);
  }
  return places;
}

const places = placesOf(readFileSync('docs/domain.md', 'utf8'));

describe('what the code cites of docs/domain.md', () => {
  test('is there, so that whoever reads a rule can look its source up', () => {
    const files = globSync(['{src,testing,journeys}/**/*.ts', 'migrations/*.sql', 'scheme/**/*.yaml']);
    const cited = files.flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(CITATION)].map((match) => ({ file, place: match[1] ?? '' })),
    );
    assert.ok(cited.length > 50, String(cited.length));
    equal(
      cited.filter(({ place }) => !places.has(place)),
      [],
    );
  });

  test('would be missed if it were not there', () => {
    for (const place of ['§5.11', '§99', '§5, five numbers', '§6.1']) assert.ok(!places.has(place), place);
  });
});
