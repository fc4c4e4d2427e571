import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { ok } from '../../core/kernel/result.ts';
import { listStoredAnswers, saveStoredPages, type MadeAnswer, type StoredAnswer } from '../../db/stored-pages.ts';
import { transact } from '../../db/transact.ts';
import type { ShownLabel } from '../label/find-label.ts';
import type { Deps } from '../ports.ts';
import { LegalClock } from '../scheme/legal-clock.ts';
import { pagesHoldUntil } from '../label/pages-hold-until.ts';
import { BodyMemory } from './body-memory.ts';
import type { StoredKind, StoredPage } from './stored-page.ts';

/** An answer that was just made, and from what. */
type MadePage = {
  readonly kind: StoredKind;
  readonly label: ShownLabel;
  readonly logPlace: number | undefined;
  readonly etag: string;
  readonly modified?: string;
  readonly text: string;
};

type Question = {
  readonly number: string;
  readonly kind: StoredKind;
  readonly answer: (page: StoredPage | undefined) => void;
  readonly fail: (error: unknown) => void;
};

type Settings = {
  /** Names the program, its scheme data and settings: what another one made is not used. Nothing is until it is known. */
  readonly edition: Promise<string>;
  /** Told of what could not be stored; it is made again when it is asked for. */
  readonly report: (error: unknown) => void;
};

/** Answers in memory at most, in bytes, compressed. */
const MEMORY = 64 * 1024 * 1024;

/** Answers that wait to be stored at most; a further one is stored when it is asked for again. */
const MOST_WAITING = 256;

/** Milliseconds in which answers gather before they are stored together. */
const GATHER = 20;

const compress = promisify(gzip);

/**
 * Answers about labels, stored in the database as they are sent. What is asked for in one turn of the event loop is looked
 * up by one query, and the database is asked about each answer each time, also about those in memory: what it has
 * forgotten, because the label was changed or something was logged about it, is never sent again.
 */
export class StoredPages {
  readonly #deps: Pick<Deps, 'db' | 'clock' | 'scheme'>;
  readonly #settings: Settings;
  readonly #clock: LegalClock;
  readonly #memory = new BodyMemory(MEMORY);
  #edition: string | undefined;
  #questions: Question[] = [];
  #waiting: MadeAnswer[] = [];
  #compressing = 0;
  #storing: Promise<void> | undefined;

  constructor(deps: Pick<Deps, 'db' | 'clock' | 'scheme'>, settings: Settings) {
    this.#deps = deps;
    this.#settings = settings;
    this.#clock = new LegalClock(deps);
    settings.edition.then((edition) => (this.#edition = edition), settings.report);
  }

  /** The answer that is stored of a published label's number, exactly as it is written; undefined where there is none. */
  find(number: string, kind: StoredKind): Promise<StoredPage | undefined> {
    const edition = this.#edition;
    if (edition === undefined) return Promise.resolve(undefined);
    return new Promise((answer, fail) => {
      if (this.#questions.length === 0) setImmediate(() => void this.#lookUp(edition));
      this.#questions.push({ number, kind, answer, fail });
    });
  }

  async #lookUp(edition: string): Promise<void> {
    const questions = this.#questions;
    this.#questions = [];
    try {
      const asked = questions.map(({ number, kind }) => ({
        number,
        kind,
        known: this.#memory.of(`${kind} ${number}`)?.etag ?? '',
      }));
      const { day } = this.#clock.now();
      const found = await listStoredAnswers(this.#deps.db.kysely, { edition, day }, asked);
      const answers = new Map(found.map((answer) => [answer.place, answer]));
      for (const [at, question] of questions.entries()) question.answer(this.#page(question, answers.get(at + 1)));
    } catch (error) {
      for (const { fail } of questions) fail(error);
    }
  }

  #page({ number, kind }: Question, found: StoredAnswer | undefined): StoredPage | undefined {
    if (found === undefined) return undefined;
    const { etag, modified, body } = found;
    const name = `${kind} ${number}`;
    const page = body === null ? this.#memory.of(name) : { etag, modified, body };
    if (page !== undefined) this.#memory.keep(name, page);
    return page;
  }

  /** Stores an answer that was just made for today, soon and together with others. */
  keep({ kind, label, logPlace, etag, modified, text }: MadePage): void {
    const edition = this.#edition;
    if (edition === undefined || label.isPast || this.#waiting.length + this.#compressing >= MOST_WAITING) return;
    const { stored: record, today } = label;
    const { number } = label.record;
    const days = { made_on: today, holds_until: pagesHoldUntil(label) ?? null };
    const made = { number, kind, edition, ...days, etag, modified: modified ?? null };
    this.#compressing += 1;
    compress(text).then(
      (body) => {
        this.#compressing -= 1;
        this.#waiting.push({ ...made, body, record, logPlace: logPlace ?? null });
        this.#storing ??= this.#store();
      },
      (error: unknown) => {
        this.#compressing -= 1;
        this.#settings.report(error);
      },
    );
  }

  async #store(): Promise<void> {
    await pause(GATHER);
    const made = [...new Map(this.#waiting.map((answer) => [`${answer.kind} ${answer.number}`, answer])).values()];
    this.#waiting = [];
    try {
      await transact(this.#deps.db, async (tx) => {
        await saveStoredPages(tx, made);
        return ok(true);
      });
    } catch (error) {
      this.#settings.report(error);
    }
    this.#storing = this.#waiting.length > 0 ? this.#store() : undefined;
  }

  /** Waits until all that was to be stored is stored or given up. */
  async settle(): Promise<void> {
    while (this.#compressing > 0 || this.#storing !== undefined) await (this.#storing ?? pause(1));
  }
}
