import { globSync, statSync } from 'node:fs';
import { join } from 'node:path';

const FOLDERS = ['src', 'testing', 'journeys'];

const asPattern = (place: string): string =>
  statSync(place, { throwIfNoEntry: false })?.isDirectory() === true ? join(place, '**/*.test.ts') : place;

/** The test files under the places named (folders, files or patterns), or all of the project when none is named. */
export function findTestFiles(places: readonly string[]): readonly string[] {
  const patterns = (places.length === 0 ? FOLDERS : places).map(asPattern);
  return [...new Set(globSync(patterns, { exclude: ['**/node_modules/**'] }))].sort();
}
