import { ORGANISATION_KINDS } from '../../core/parties/organisation.ts';
import { pathIn } from '../language.ts';
import { button, buttonLink, buttonRow } from '../parts/button.ts';
import { choiceList } from '../parts/choice-list.ts';
import { deskPage } from '../parts/desk-page.ts';
import { errorSummary, titleWithFaults, type Fault } from '../parts/error-summary.ts';
import { html, type Html } from '../parts/html.ts';
import { postForm } from '../parts/post-form.ts';
import { textField, type TextField } from '../parts/text-field.ts';
import type { WorkspaceView } from '../workspace/signed-in.ts';
import { ORGANISATIONS, trail } from './administration-places.ts';

/** The fields of a new organisation as they were typed. */
export type TypedOrganisation = Readonly<
  Record<'kind' | 'corporateNumber' | 'name' | 'nameEn' | 'address' | 'addressEn', string>
>;

/** What the form is shown with. */
type RegisterForm = { readonly typed: TypedOrganisation; readonly key: string; readonly lookUp: Html | string };

/** The page on which an organisation is registered. */
export function registerPage(view: WorkspaceView, form: RegisterForm, faults: readonly Fault[]): Html {
  const { say, language, signedIn } = view;
  const { typed, key, lookUp } = form;
  const title = say('administration.register');
  const back = pathIn(language, ORGANISATIONS);
  const errorOf = (name: string): string | undefined => faults.find(({ field }) => field === name)?.words;
  const line = (field: Omit<TextField, 'value' | 'error'> & { readonly name: keyof TypedOrganisation }): Html =>
    textField(view, { ...field, value: typed[field.name], error: errorOf(field.name) });
  // what Enter presses is a form's first button, which would otherwise be the one that looks the number up
  const fields = html`<button type="submit" hidden>${title}</button> ${choiceList(view, {
      name: 'kind',
      label: say('administration.kind'),
      need: 'required',
      takes: 'one',
      choices: ORGANISATION_KINDS.map((value) => ({ value, words: say(`administration.kind.${value}`) })),
      chosen: [typed.kind],
      error: errorOf('kind'),
    })}
    ${line({
      name: 'corporateNumber',
      label: say('administration.number'),
      support: say('administration.number.support'),
      need: 'optional',
      kind: 'number',
      width: 'middle',
    })}
    ${lookUp}
    ${line({
      name: 'name',
      label: say('administration.name'),
      support: say('administration.name.support'),
      need: 'required',
    })}
    ${line({ name: 'nameEn', label: say('administration.name-en'), need: 'optional' })}
    ${line({ name: 'address', label: say('administration.address'), need: 'required' })}
    ${line({ name: 'addressEn', label: say('administration.address-en'), need: 'optional' })}
    ${buttonRow(button({ words: title }), buttonLink({ href: back, words: say('administration.back'), weight: 'tertiary' }))}`;
  const hidden = { csrf: signedIn.csrf, idempotencyKey: key };
  return deskPage(
    view,
    titleWithFaults(view, title, faults),
    html`${trail(view, title, { words: say('administration.organisations'), href: back })} ${errorSummary(view, faults)}
      <h1>${title}</h1>
      ${postForm(view, { action: back, hidden }, fields)}`,
  );
}
