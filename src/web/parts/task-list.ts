import { html, type Html } from './html.ts';
import type { Reader } from './reader.ts';
import { statusTag, type Tone } from './status-tag.ts';

const TONES = {
  done: 'good',
  in_progress: 'active',
  not_started: 'neutral',
  has_faults: 'bad',
  returned: 'warning',
  cannot_start: 'waiting',
  not_needed: 'neutral',
} as const satisfies Readonly<Record<string, Tone>>;

/** How far a task is. */
export type TaskStatus = keyof typeof TONES;

/** A part of a longer work that can be done by itself. */
export type Task = {
  readonly id: string;
  readonly name: string;
  readonly status: TaskStatus;
  /** Where it is done; without one it cannot be opened, and `note` says why. */
  readonly href?: string | undefined;
  readonly note?: Html | string | undefined;
};

/** Tasks under a heading. */
export type TaskGroup = { readonly heading: string; readonly tasks: readonly Task[] };

function taskRow({ say }: Reader, { id, name, status, href, note }: Task): Html {
  const described = note === undefined ? `${id}-status` : `${id}-status ${id}-note`;
  return html`<li class="task">
    <div class="task__words">
      ${
        href === undefined
          ? html`<span class="task__name">${name}</span>`
          : html`<a class="task__name" href="${href}" aria-describedby="${described}">${name}</a>`
      }
      ${note === undefined ? '' : html`<p class="task__note" id="${id}-note">${note}</p>`}
    </div>
    ${statusTag(TONES[status], say(`part.task.${status}`), `${id}-status`)}
  </li>`;
}

/** What is to be done for a longer work, in any order, each with how far it is. */
export function taskList(reader: Reader, groups: readonly TaskGroup[]): Html {
  const group = ({ heading, tasks }: TaskGroup): Html => {
    const needed = tasks.filter(({ status }) => status !== 'not_needed');
    const done = needed.filter(({ status }) => status === 'done').length;
    return html`<section class="task-group">
      <h2 class="task-group__heading">
        ${heading}
        <span class="task-group__count">${reader.say('part.task.count', { done, of: needed.length })}</span>
      </h2>
      <ul class="task-list">
        ${tasks.map((task) => taskRow(reader, task))}
      </ul>
    </section>`;
  };
  return html`${groups.map(group)}`;
}
