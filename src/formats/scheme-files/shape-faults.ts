import type { z } from 'zod';
import type { SchemePath } from '../../core/scheme/content-fault.ts';
import type { SchemeFault, ShapeFaultCode } from './scheme-fault.ts';
import type { YamlSource } from './yaml-source.ts';

type Issue = z.core.$ZodIssue;

const BY_EXPECTED: Readonly<Record<string, ShapeFaultCode>> = {
  string: 'not_text',
  number: 'not_a_number',
  boolean: 'not_yes_or_no',
  array: 'not_a_list',
  object: 'not_a_map',
};

/** The faults of one file whose YAML is sound but whose values are not what the scheme wants there. */
export function shapeFaults(file: string, source: YamlSource, issues: readonly Issue[]): readonly SchemeFault[] {
  const at = (code: ShapeFaultCode, path: SchemePath, params: SchemeFault['params'] = {}): SchemeFault => ({
    code,
    file,
    ...source.placeOf(path),
    path,
    params,
  });
  return issues.flatMap((issue) => {
    const path = issue.path.map((key) => (typeof key === 'number' ? key : String(key)));
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({
        ...at('unknown_key', [...path, key], { key }),
        ...source.placeOfKey(path, key),
      }));
    }
    if (path.length > 0 && !source.has(path)) return [at('missing_key', path, { key: String(path.at(-1)) })];
    return [unfit(issue, path, at)];
  });
}

type At = (code: ShapeFaultCode, path: SchemePath, params?: SchemeFault['params']) => SchemeFault;

function unfit(issue: Issue, path: SchemePath, at: At): SchemeFault {
  if (issue.code === 'invalid_type') {
    const code = BY_EXPECTED[issue.expected];
    if (code !== undefined) return at(code, path);
    throw new Error(`no fault for a value that is not ${issue.expected}`);
  }
  if (issue.code === 'invalid_value') return at('unknown_choice', path, { known: issue.values.map(String) });
  if (issue.code === 'invalid_union') return at('not_a_list', path);
  if (issue.code === 'custom') return at('malformed_day', path, { value: String(issue.params?.['value']) });
  // No shape of a scheme file asks for anything that fails otherwise.
  throw new Error(`no fault for the issue ${issue.code}`);
}
