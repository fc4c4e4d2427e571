import type { Criterion } from '../scheme/scheme.ts';
import type { Application } from './application.ts';

/** The interfaces a criterion is judged on, by name; `undefined` stands for the product as a whole. */
export function judgedOn(
  { interfaces }: Pick<Application, 'interfaces'>,
  { perInterface }: Pick<Criterion, 'perInterface'>,
): readonly (string | undefined)[] {
  const names = interfaces.flatMap(({ name }) => name ?? []);
  return perInterface && names.length > 0 ? names : [undefined];
}
