import { z } from 'zod';
import { ok, refused, type Result } from '../../core/kernel/result.ts';
import type { ContentFault, SchemeParts, SchemePath } from '../../core/scheme/content-fault.ts';
import { schemeFaults } from '../../core/scheme/scheme-faults.ts';
import type { CriteriaSet, Scheme } from '../../core/scheme/scheme.ts';
import { criteriaSetShape } from './criteria-set-shape.ts';
import { compareFaults, type SchemeFault } from './scheme-fault.ts';
import { FILE_PARTS } from './scheme-shapes.ts';
import { shapeFaults } from './shape-faults.ts';
import { readYaml, type YamlSource } from './yaml-source.ts';

type Read<T> = {
  readonly file: string;
  readonly source: YamlSource;
  readonly value: T | undefined;
  readonly faults: readonly SchemeFault[];
};

function readFile<T>(file: string, text: string, shape: z.ZodType<T>): Read<T> {
  const source = readYaml(file, text);
  if (source.faults.length > 0) return { file, source, value: undefined, faults: source.faults };
  const parsed = shape.safeParse(source.value);
  if (parsed.success) return { file, source, value: parsed.data, faults: [] };
  return { file, source, value: undefined, faults: shapeFaults(file, source, parsed.error.issues) };
}

function standingAlone(code: 'missing_file' | 'unknown_file', file: string): SchemeFault {
  return { code, file, line: 1, column: 1, path: [], params: {} };
}

function isCriteriaFile(file: string): boolean {
  return /^criteria\/[^/]+\.yaml$/.test(file);
}

/** Finds the file and the path inside it for a place in the scheme. */
function locate(found: ContentFault, parts: readonly Read<object>[], sets: readonly Read<CriteriaSet>[]): SchemeFault {
  const [part, ...rest] = found.path;
  const [read, path]: [Read<object> | undefined, SchemePath] =
    part === 'criteriaSets'
      ? [sets[Number(rest[0])], rest.slice(1)]
      : [
          parts.find(({ file }) => Object.hasOwn(FILE_PARTS[file as keyof typeof FILE_PARTS], String(part))),
          found.path,
        ];
  if (read === undefined) throw new Error(`no file holds ${String(part)}`);
  return { code: found.code, file: read.file, ...read.source.placeOf(path), path, params: found.params };
}

/**
 * Reads a scheme from the files of its folder (name inside the folder → text). Either the whole scheme, or everything
 * that is wrong with it, sorted by file and place: first what cannot be read, and beside it whatever the readable parts
 * already show.
 */
export function readSchemeFiles(files: ReadonlyMap<string, string>): Result<Scheme, readonly SchemeFault[]> {
  const wanted = Object.entries(FILE_PARTS);
  const faults: SchemeFault[] = [...files.keys()]
    .filter((file) => !Object.hasOwn(FILE_PARTS, file) && !isCriteriaFile(file))
    .map((file) => standingAlone('unknown_file', file));
  const parts = wanted.flatMap(([file, shape]): readonly Read<object>[] => {
    const text = files.get(file);
    if (text !== undefined) return [readFile(file, text, z.strictObject(shape))];
    faults.push(standingAlone('missing_file', file));
    return [];
  });
  const sets = [...files.keys()]
    .filter(isCriteriaFile)
    .sort()
    .map((file) => readFile(file, files.get(file) ?? '', criteriaSetShape));
  if (sets.length === 0) faults.push(standingAlone('missing_file', 'criteria/*.yaml'));

  const complete = sets.flatMap(({ value }) => (value === undefined ? [] : [value]));
  const readable: SchemeParts = {
    ...(Object.assign({}, ...parts.map(({ value }) => value ?? {})) as SchemeParts),
    ...(complete.length === sets.length ? { criteriaSets: complete } : {}),
  };
  faults.push(
    ...[...parts, ...sets].flatMap((read) => read.faults),
    ...schemeFaults(readable).map((found) => locate(found, parts, sets)),
  );
  return faults.length > 0 ? refused(faults.sort(compareFaults)) : ok(readable as Scheme);
}
