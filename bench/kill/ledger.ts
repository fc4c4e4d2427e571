import { canonicalJson } from '../../src/core/log/canonical-json.ts';
import type { Acknowledgement } from './acknowledgement.ts';
import type { FoundEvent, FoundState } from './found-state.ts';

const textOf = (events: readonly { readonly act: string; readonly subject: string }[]): string =>
  events.map(({ act, subject }) => `${act} ${subject}`).join(', ');

/** The events of a database by the moment of their act. */
function byMoment(events: readonly FoundEvent[]): ReadonlyMap<string, readonly { act: string; subject: string }[]> {
  const moments = new Map<string, { act: string; subject: string }[]>();
  for (const { at, act, subject_id } of events) {
    const moment = at.toString();
    moments.set(moment, [...(moments.get(moment) ?? []), { act, subject: subject_id }]);
  }
  return moments;
}

/** What callers of a place were told, over all its processes. */
export class Ledger {
  readonly #acknowledged = new Map<string, Acknowledgement>();
  /** Acts that were committed when their process was killed before it could say so; they must stay too. */
  readonly #adopted = new Set<string>();

  record(done: Acknowledgement): void {
    this.#acknowledged.set(done.at, done);
  }

  get acknowledged(): number {
    return this.#acknowledged.size - this.#adopted.size;
  }

  get adopted(): number {
    return this.#adopted.size;
  }

  #lost(moments: ReturnType<typeof byMoment>): readonly string[] {
    return [...this.#acknowledged.values()].flatMap(({ at, events }) => {
      const found = textOf(moments.get(at) ?? []);
      return found === textOf(events) ? [] : [`acknowledged at ${at}: ${textOf(events)}; found: ${found || 'nothing'}`];
    });
  }

  #contradicted(state: FoundState): readonly string[] {
    const cases = new Map(state.cases.map((found) => [found.id, found]));
    const labels = new Map(state.labels.map((label) => [label.case_id, label.number]));
    const submissions = new Map(state.submissions.map((submission) => [submission.case_id, submission]));
    const toldOf = (id: string): Readonly<Record<string, unknown>> => ({
      applicationNumber: cases.get(id)?.application_number,
      acceptanceNumber: cases.get(id)?.acceptance_number,
      labelNumber: labels.get(id),
      answers: submissions.get(id)?.answers_sha256,
      receipt: submissions.get(id)?.files,
    });
    return [...this.#acknowledged.values()].flatMap(({ told }) => {
      if (told === undefined) return [];
      const { case: id, ...said } = told;
      const found = toldOf(id);
      return Object.entries(said)
        .filter(([what, value]) => found[what] === undefined || canonicalJson(value) !== canonicalJson(found[what]))
        .map(([what]) => `case ${id}: its ${what} is not what was acknowledged`);
    });
  }

  /**
   * What a database says otherwise than its callers were told. Of each killed process at most one act may be there that
   * it did not live to acknowledge.
   */
  faults(state: FoundState, kills: number): readonly string[] {
    const moments = byMoment(state.events);
    const unknown = [...moments].filter(([at]) => !this.#acknowledged.has(at));
    const faults = [...this.#lost(moments), ...this.#contradicted(state)];
    if (unknown.length > kills) {
      faults.push(`${String(unknown.length)} acts nobody was told of after ${String(kills)} kills`);
    }
    for (const [at, events] of unknown) {
      this.#acknowledged.set(at, { at, events });
      this.#adopted.add(at);
    }
    return faults;
  }
}
