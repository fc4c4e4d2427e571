import { searchKey } from '../kernel/fold.ts';
import type { PublicRecord } from './public-record.ts';

/** What the register can be asked to have or not to have: a label's number, or a model, of one maker or of any. */
export type Listable = { readonly number: string } | { readonly model: string; readonly maker?: string | undefined };

/**
 * The key under which a day's list names something: folded, so that every spelling of it is the same key. A model is listed
 * once under itself and once under each name of its maker.
 */
export function listedKey(thing: Listable): string {
  if ('number' in thing) return `number\n${searchKey(thing.number)}`;
  const { model, maker } = thing;
  return maker === undefined ? `model\n${searchKey(model)}` : `model\n${searchKey(model)}\n${searchKey(maker)}`;
}

/** Every key under which the list of a day names a label. */
export function listedKeys({ number, answers, models }: PublicRecord): readonly string[] {
  const makers = [undefined, answers['vendor.name'], answers['vendor.nameEn']].filter((maker) => maker !== '');
  const named = models.flatMap((model) => (model.number === undefined ? [] : [model.number]));
  const keys = named.flatMap((model) => makers.map((maker) => listedKey({ model, maker })));
  return [...new Set([listedKey({ number }), ...keys])];
}
