import { findLabel } from '../label/find-label.ts';
import { pagesHoldUntil } from '../label/pages-hold-until.ts';
import type { Deps, PublicSide } from '../ports.ts';
import type { CopyFiles } from './copy-files.ts';
import { LABEL_THINGS, type LabelThing } from './exported-things.ts';
import type { ExportedFile, ExportLine } from './export-line.ts';
import { copiedAt } from './ask-public-side.ts';

/** How many signatures a checkpoint has, or the one in a proof (C2SP signed-note: a line each). */
export function signaturesIn(text: string): number {
  return text.match(/^— /gm)?.length ?? 0;
}

/** What a label in a copy is made from, and from what it was made the last time. */
export type LabelToCopy = {
  readonly number: string;
  readonly place: number;
  readonly edition: string;
  readonly before: ExportLine | undefined;
  /** How many signatures the log's checkpoint has now. */
  readonly signatures: number;
  /** Whether nothing that lies there is trusted. */
  readonly isWhole: boolean;
};

/** A known file of something that follows the record alone, where nothing it is made from has changed. */
function standing(
  { number, place, edition, before, signatures, isWhole }: LabelToCopy,
  { path, isOfItsDay, isSigned }: LabelThing,
): ExportedFile | undefined {
  if (isOfItsDay || isWhole || before?.edition !== edition || before.place !== place) return undefined;
  if (isSigned === true && before.signatures < signatures) return undefined;
  return copiedAt(path(number), before.files);
}

type Wanted = {
  readonly path: string;
  readonly known: readonly ExportedFile[];
  readonly look: ((bytes: Uint8Array) => void) | undefined;
};

/** Copies one thing of a label; undefined for one that is not there yet, which the run is told. */
async function copyThing(
  { side, copy }: { readonly side: PublicSide; readonly copy: CopyFiles },
  { comesLater }: LabelThing,
  { path, known, look }: Wanted,
): Promise<ExportedFile | undefined> {
  if (comesLater !== true) return copy.small(side, path, known, look);
  if ((await side.ask(path)).status === 200) return copy.small(side, path, known, look);
  copy.isWaiting = true;
  return undefined;
}

/** Copies a label's files; undefined when it is not public any more. */
export async function copyLabel(
  { deps, side, copy }: { readonly deps: Deps; readonly side: PublicSide; readonly copy: CopyFiles },
  wanted: LabelToCopy,
): Promise<ExportLine | undefined> {
  const { number, place, edition, before, isWhole } = wanted;
  const found = await findLabel(deps, number);
  if (!found.ok) return undefined;
  const label = found.value;
  const { files: there, signatures: had } = before ?? { files: [], signatures: 0 };
  const known = isWhole ? [] : there;
  const files: ExportedFile[] = [];
  let signatures = had;
  const look = (bytes: Uint8Array): void => {
    signatures = signaturesIn(new TextDecoder().decode(bytes));
  };
  const things = LABEL_THINGS.filter(({ isFor }) => isFor?.(label) !== false);
  for (const thing of things) {
    const stands = standing(wanted, thing);
    const looking = thing.isSigned === true ? look : undefined;
    const file = stands ?? (await copyThing({ side, copy }, thing, { path: thing.path(number), known, look: looking }));
    if (file !== undefined) files.push(file);
  }
  await copy.removeOthers(there, files);
  copy.counts.made += 1;
  const isThere = files.length === things.length;
  const until = isThere ? pagesHoldUntil(label)?.toString() : label.today.toString();
  return { number, edition, place, until, signatures, files };
}
