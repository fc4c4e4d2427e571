import type { CaseLine } from '../../app/case/list-cases.ts';
import type { Organisation } from '../../core/parties/organisation.ts';
import { deskPage } from '../parts/desk-page.ts';
import { FILES } from '../uploads/files-field.ts';
import { pathIn } from '../language.ts';
import { breadcrumb } from '../parts/breadcrumb.ts';
import { button, buttonLink, buttonRow } from '../parts/button.ts';
import { emptyState } from '../parts/empty-state.ts';
import { errorSummary, titleWithFaults, type Fault } from '../parts/error-summary.ts';
import { fileField } from '../parts/file-field.ts';
import { html, type Html } from '../parts/html.ts';
import { postForm } from '../parts/post-form.ts';
import { textField } from '../parts/text-field.ts';
import type { WorkspaceView } from '../workspace/signed-in.ts';
import { agentField } from './agent-field.ts';
import { MANDATES } from './mandate-places.ts';
import type { TypedTerms } from './read-terms.ts';
import { termsFields } from './terms-fields.ts';

/** What a form of a mandate is made with. */
export type MandateForm = {
  /** Given here by the vendor, or filed with a scanned letter. */
  readonly kind: 'give' | 'letter';
  /** The agents to choose from; undefined for an agent, who names the vendor instead. */
  readonly agents: readonly Organisation[] | undefined;
  readonly cases: readonly CaseLine[] | undefined;
  readonly typed: TypedTerms & { readonly agent: string; readonly vendor: string };
  readonly key: string;
};

type ErrorOf = (field: string) => string | undefined;

function otherField(view: WorkspaceView, { agents, typed }: MandateForm, errorOf: ErrorOf): Html {
  if (agents !== undefined) return agentField(view, agents, { chosen: typed.agent, error: errorOf('agent') });
  return textField(view, {
    name: 'vendor',
    label: view.say('mandates.vendor.named'),
    support: view.say('mandates.vendor.named.support'),
    need: 'required',
    value: typed.vendor,
    error: errorOf('vendor'),
  });
}

function letterField({ say, ...view }: WorkspaceView, { kind }: MandateForm, errorOf: ErrorOf): Html | string {
  if (kind === 'give') return '';
  return fileField(
    { say, ...view },
    {
      name: FILES,
      label: say('mandates.letter'),
      support: say('mandates.letter.support'),
      need: 'required',
      takes: 'one',
      accept: '.pdf,.png,.jpg,.jpeg',
      error: errorOf(FILES),
    },
  );
}

/** The page on which a vendor gives a mandate, or on which a vendor or an agent files a scanned letter. */
export function mandateFormPage(view: WorkspaceView, form: MandateForm, faults: readonly Fault[]): Html {
  const { say, language, signedIn } = view;
  const isLetter = form.kind === 'letter';
  const title = say(isLetter ? 'mandates.letter.file' : 'mandates.give');
  const back = pathIn(language, MANDATES);
  const errorOf: ErrorOf = (name) => faults.find(({ field }) => field === name)?.words;
  const fields = html`${otherField(view, form, errorOf)}
  ${termsFields(view, { typed: form.typed, cases: form.cases, errorOf })} ${letterField(view, form, errorOf)}
  ${buttonRow(button({ words: title }), buttonLink({ href: back, words: say('mandates.back'), weight: 'tertiary' }))}`;
  const sent = {
    action: isLetter ? `${back}/letter` : back,
    hidden: { csrf: signedIn.csrf, idempotencyKey: form.key },
    ...(isLetter ? { files: 'with-form' as const } : {}),
  };
  return deskPage(
    view,
    titleWithFaults(view, title, faults),
    html`${breadcrumb(view, [{ words: say('mandates.title'), href: back }], title)} ${errorSummary(view, faults)}
      <h1>${title}</h1>
      <p>${say(isLetter ? 'mandates.letter.text' : 'mandates.give.text')}</p>
      ${
        form.agents?.length === 0
          ? emptyState(say('mandates.agents.none'), say('mandates.agents.none.text'))
          : postForm(view, sent, fields)
      }`,
  );
}
