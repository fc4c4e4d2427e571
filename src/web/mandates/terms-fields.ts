import type { CaseLine } from '../../app/case/list-cases.ts';
import { choiceList, tickBox } from '../parts/choice-list.ts';
import { html, type Html } from '../parts/html.ts';
import { textArea } from '../parts/text-area.ts';
import { dayField } from '../parts/text-field.ts';
import { written } from '../parts/written.ts';
import type { WorkspaceView } from '../workspace/signed-in.ts';
import type { TypedTerms } from './read-terms.ts';

/** The fields of a mandate's terms. */
type TermsFields = {
  readonly typed: TypedTerms;
  /** The applications to choose from; undefined for an agent, who types the numbers the letter names. */
  readonly cases: readonly CaseLine[] | undefined;
  readonly errorOf: (field: string) => string | undefined;
};

function numbersField(view: WorkspaceView, { typed, cases, errorOf }: TermsFields): Html {
  const { say } = view;
  if (cases === undefined) {
    return textArea(view, {
      name: 'numbers',
      label: say('mandates.numbers.typed'),
      support: say('mandates.numbers.typed.support'),
      value: typed.numbers.join('\n'),
      error: errorOf('numbers'),
    });
  }
  if (cases.length === 0) return html`<p class="page__note">${say('mandates.numbers.none')}</p>`;
  return choiceList(view, {
    name: 'numbers',
    label: say('mandates.numbers'),
    takes: 'many',
    choices: cases.map(({ application_number: number, product, product_en: english }) => ({
      value: number,
      words: number,
      support: product === undefined ? undefined : written(view, product, english),
    })),
    chosen: typed.numbers,
    error: errorOf('numbers'),
  });
}

/** Fields for what a mandate covers and how long. */
export function termsFields(view: WorkspaceView, fields: TermsFields): Html {
  const { say } = view;
  const { typed, errorOf } = fields;
  const scope = choiceList(view, {
    name: 'scope',
    label: say('mandates.scope'),
    support: say('mandates.scope.support'),
    need: 'required',
    takes: 'one',
    choices: [
      { value: 'all', words: say('mandates.scope.all') },
      { value: 'some', words: say('mandates.scope.some') },
    ],
    chosen: [typed.scope],
    error: errorOf('scope'),
  });
  const from = dayField(view, {
    name: 'from',
    label: say('mandates.from'),
    need: 'required',
    value: typed.from,
    error: errorOf('from'),
  });
  const until = dayField(view, {
    name: 'until',
    label: say('mandates.until'),
    need: 'optional',
    support: say('mandates.until.support'),
    value: typed.until,
    error: errorOf('until'),
  });
  const allowsNew = tickBox({ name: 'allowsNew', words: say('mandates.allows-new'), isTicked: typed.allowsNew });
  return html`${scope} ${numbersField(view, fields)} ${allowsNew} ${from} ${until}`;
}
