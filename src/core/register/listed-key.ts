import { searchKey } from '../kernel/fold.ts';

/** The parts of a public record that a label is listed under. */
type ListedParts = {
  readonly number: string;
  readonly answers: Readonly<Partial<Record<'vendor.name' | 'vendor.nameEn', string | undefined>>>;
  readonly models: readonly { readonly number?: string | undefined }[];
};

/** What the register can be asked to have or not to have: a label's number, or a model, of one maker or of any. */
export type Listable = { readonly number: string } | { readonly model: string; readonly maker?: string | undefined };

/**
 * The key under which a day's list names something: folded, so that every spelling of it is the same key. A model is listed
 * once under itself and once under each name of its maker.
 */
export function listedKey(thing: Listable): string {
  if ('number' in thing) return `number\n${searchKey(thing.number)}`;
  const { model, maker } = thing;
  return modelKey(searchKey(model), maker === undefined ? undefined : searchKey(maker));
}

function modelKey(model: string, maker: string | undefined): string {
  return maker === undefined ? `model\n${model}` : `model\n${model}\n${maker}`;
}

/** Makers' names folded before: a register has many labels of few makers. */
const folded = new Map<string, string>();
const MOST_FOLDED = 10_000;

function foldedMaker(maker: string): string {
  const known = folded.get(maker);
  if (known !== undefined) return known;
  if (folded.size >= MOST_FOLDED) folded.clear();
  const key = searchKey(maker);
  folded.set(maker, key);
  return key;
}

/** Every key under which the list of a day names a label. */
export function listedKeys({ number, answers, models }: ListedParts): readonly string[] {
  const keys = [listedKey({ number })];
  const makers: string[] = [];
  for (const maker of [answers['vendor.name'], answers['vendor.nameEn']]) {
    if (maker !== undefined && maker !== '') makers.push(foldedMaker(maker));
  }
  for (const model of models) {
    if (model.number === undefined) continue;
    const name = searchKey(model.number);
    keys.push(modelKey(name, undefined));
    for (const maker of makers) keys.push(modelKey(name, maker));
  }
  return [...new Set(keys)];
}
