import { searchKey } from '../kernel/fold.ts';
import type { Application } from './application.ts';

/** The model numbers an application covers, folded so that they can be compared, each once. */
export function modelKeys({ models }: Pick<Application, 'models'>): readonly string[] {
  const keys = models.map(({ number }) => searchKey(number ?? ''));
  return [...new Set(keys)].filter((key) => key !== '');
}
