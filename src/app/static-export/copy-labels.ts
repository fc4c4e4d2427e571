import { listPublicPlaces, type PublicPlace } from '../../db/public-labels.ts';
import type { Deps, ExportFolder, PublicSide } from '../ports.ts';
import type { CopyFiles } from './copy-files.ts';
import { copyLabel, type LabelToCopy } from './copy-label.ts';
import { readExportLine, writeExportLine, type ExportLine } from './export-line.ts';

/** Numbers read at once, and labels between two looks at whether to stop: all that is held in memory. */
const READ_AT_ONCE = 5_000;
const MADE_AT_ONCE = 32;
/** Labels in the making at a time, so that the database and the disk are not waited for one after the other. */
const SIDE_BY_SIDE = 4;

/** A run over the labels of a copy. */
type LabelRun = {
  readonly deps: Deps;
  readonly folder: ExportFolder;
  readonly side: PublicSide;
  readonly copy: CopyFiles;
  readonly edition: string;
  /** How many signatures the log's checkpoint has now. */
  readonly signatures: number;
  /** How many keys of the issuer are revoked. */
  readonly revoked: number;
  readonly isWhole: boolean;
  readonly today: string;
  readonly signal: AbortSignal;
};

/** A label of the copy as it is remembered: as a line that is passed on as it is, and read. */
type Remembered = { readonly text: string; readonly line: ExportLine };

/** Walks through what is remembered beside the labels that are public, both in the order of their numbers. */
class Memory {
  #next: Remembered | undefined;
  readonly #lines: AsyncIterator<string>;

  constructor(lines: AsyncIterable<string>) {
    this.#lines = lines[Symbol.asyncIterator]();
  }

  async #peek(): Promise<Remembered | undefined> {
    if (this.#next !== undefined) return this.#next;
    const read = await this.#lines.next();
    if (read.done === true) return undefined;
    this.#next = { text: read.value, line: readExportLine(read.value) };
    return this.#next;
  }

  /** What is remembered of a label; what comes before it in memory is public no longer, and told to `gone`. */
  async of(number: string | undefined, gone: (line: ExportLine) => Promise<void>): Promise<Remembered | undefined> {
    for (;;) {
      const next = await this.#peek();
      if (next === undefined || (number !== undefined && next.line.number > number)) return undefined;
      this.#next = undefined;
      if (next.line.number === number) return next;
      await gone(next.line);
    }
  }
}

type Step = { readonly text: string } | { readonly make: LabelToCopy };

/** Whether what is remembered of a label is what would be made of it now. */
function isCurrent(run: LabelRun, place: number, before: ExportLine): boolean {
  const isMade = !run.isWhole && before.edition === run.edition && before.place === place;
  const holds = before.until === undefined || run.today < before.until;
  return isMade && holds && before.signatures >= run.signatures && before.revoked === run.revoked;
}

function stepOf(run: LabelRun, { number, place }: PublicPlace, known: Remembered | undefined): Step {
  if (known !== undefined && isCurrent(run, place, known.line)) return { text: known.text };
  const { edition, signatures, isWhole } = run;
  return { make: { number, place, edition, before: known?.line, signatures, isWhole } };
}

/** The lines of some labels in their order, some of them in the making side by side. */
async function makeLines(run: LabelRun, steps: readonly Step[]): Promise<readonly string[]> {
  const lines: (string | undefined)[] = steps.map((step) => ('text' in step ? step.text : undefined));
  const waiting = steps.flatMap((step, at) => ('make' in step ? [{ at, make: step.make }] : []));
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const { at, make } = next;
      const line = await copyLabel(run, make);
      if (line !== undefined) lines[at] = writeExportLine({ ...line, revoked: run.revoked });
      else await run.copy.removeOthers(make.before?.files ?? [], []);
    }
  };
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, work));
  return lines.filter((line) => line !== undefined);
}

async function* publicPlaces({ deps }: LabelRun): AsyncGenerator<PublicPlace> {
  for (let after = ''; ;) {
    const read = await listPublicPlaces(deps.db.kysely, { after, limit: READ_AT_ONCE });
    const last = read.at(-1);
    if (last === undefined) return;
    yield* read;
    after = last.number;
  }
}

/**
 * Copies every public label that is new, has newer entries in the log or whose pages no longer hold, and removes those that
 * are not public any more; answers whether it came to the end. What it has done is remembered on the way.
 */
export async function copyLabels(run: LabelRun): Promise<boolean> {
  const { folder, copy, signal } = run;
  const memory = new Memory(folder.readLines());
  const gone = ({ files }: ExportLine): Promise<void> => copy.removeOthers(files, []);
  const lines = await folder.writeLines();
  let steps: Step[] = [];
  const flush = async (): Promise<void> => {
    await lines.add(await makeLines(run, steps));
    copy.counts.labels += steps.length;
    steps = [];
  };
  try {
    let making = 0;
    for await (const place of publicPlaces(run)) {
      if (signal.aborted) return false;
      const step = stepOf(run, place, await memory.of(place.number, gone));
      steps.push(step);
      making = 'make' in step ? making + 1 : making;
      if (making < MADE_AT_ONCE && steps.length < READ_AT_ONCE) continue;
      making = 0;
      await flush();
    }
    await memory.of(undefined, gone);
    await flush();
    await lines.finish();
    return true;
  } finally {
    await lines.abandon();
  }
}
