import type { RepeatedModel } from '../../core/case/repeated-models.ts';
import { button, buttonLink, buttonRow } from '../parts/button.ts';
import { choiceList } from '../parts/choice-list.ts';
import { deskPage } from '../parts/desk-page.ts';
import { html, type Html } from '../parts/html.ts';
import { notificationBanner } from '../parts/notification-banner.ts';
import { points } from '../parts/points.ts';
import { postForm } from '../parts/post-form.ts';
import type { WorkspaceView } from '../workspace/signed-in.ts';
import { caseHeading } from './case-heading.ts';
import type { DeskCase } from './desk-form.ts';
import { casePath } from './desk-places.ts';
import { MODELS_FILE } from './models-file-page.ts';
import { leftOutWords, type LeftOut } from './outcome-notice.ts';

/** A list of models as it was read from a file, before it is taken. */
export type ReadList = {
  readonly text: string;
  readonly rows: number;
  readonly leftOut: LeftOut;
  /** The line of the file in which the list begins, from 1. */
  readonly firstLine: number;
};

/** Most repeated lines that are told at a time. */
const TOLD = 100;

function lineWords({ say }: WorkspaceView, { firstLine }: ReadList): (repeated: RepeatedModel) => string {
  return ({ place, number, before }) =>
    say(`desk.models.repeated.${before.list}`, {
      line: firstLine + place,
      number,
      first: before.place + (before.list === 'own' ? firstLine : 1),
    });
}

function choiceOf(view: WorkspaceView): Html {
  const { say } = view;
  return choiceList(view, {
    name: MODELS_FILE.repeated,
    label: say('desk.models.repeated.how'),
    need: 'required',
    takes: 'one',
    choices: (['skip', 'keep'] as const).map((value) => ({ value, words: say(`desk.models.repeated.${value}`) })),
    chosen: ['skip'],
  });
}

/** Tells which lines of a file repeat a model number, and asks what to do with them; nothing is taken before the answer. */
export function modelsRepeatedPage(
  view: WorkspaceView,
  desk: DeskCase,
  asked: {
    readonly list: ReadList;
    readonly repeated: readonly RepeatedModel[];
    readonly how: string;
    readonly key: string;
  },
): Html {
  const { say, language, signedIn } = view;
  const { list, repeated, how, key } = asked;
  const title = say('desk.models.repeated');
  const { number, parts } = caseHeading(view, desk, title);
  const action = casePath(language, number, 'product', 'file');
  const more = {
    [MODELS_FILE.how]: how,
    [MODELS_FILE.list]: list.text,
    [MODELS_FILE.columns]: JSON.stringify(list.leftOut),
  };
  const told = repeated.slice(0, TOLD).map(lineWords(view, list));
  const rest = repeated.length > TOLD ? [say('desk.models.repeated.more', { count: repeated.length - TOLD })] : [];
  return deskPage(
    view,
    `${title} ${number}`,
    html`${parts}
      <h1>${title}</h1>
      ${notificationBanner(view, {
        kind: 'warning',
        heading: say('desk.models.repeated.count', { rows: list.rows, count: repeated.length }),
        text: leftOutWords(view, list.leftOut),
      })}
      ${points([...told, ...rest])}
      ${postForm(
        view,
        { action, hidden: { csrf: signedIn.csrf, idempotencyKey: key, more } },
        html`${choiceOf(view)}
        ${buttonRow(
          button({ words: say('desk.models.file.read') }),
          buttonLink({ words: say('desk.cancel'), href: action, weight: 'tertiary' }),
        )}`,
      )}`,
  );
}
