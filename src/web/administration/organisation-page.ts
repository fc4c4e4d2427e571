import type { OrganisationMember, ShownOrganisation } from '../../app/parties/find-organisation.ts';
import { ROLES_IN } from '../../core/parties/organisation-roles.ts';
import { pathIn } from '../language.ts';
import { button, buttonLink, buttonRow } from '../parts/button.ts';
import { choiceList } from '../parts/choice-list.ts';
import { descriptionList } from '../parts/description-list.ts';
import { emptyState } from '../parts/empty-state.ts';
import { errorSummary, titleWithFaults, type Fault } from '../parts/error-summary.ts';
import { deskPage } from '../parts/desk-page.ts';
import { html, type Html } from '../parts/html.ts';
import { postForm } from '../parts/post-form.ts';
import { recordTable } from '../parts/record-table.ts';
import { textField } from '../parts/text-field.ts';
import { written } from '../parts/written.ts';
import type { WorkspaceView } from '../workspace/signed-in.ts';
import { ADMINISTRATION, doneBanner, ORGANISATIONS, trail } from './administration-places.ts';

/** What was typed to register somebody, and what the page tells. */
export type OrganisationState = {
  readonly typed: { readonly name: string; readonly mail: string; readonly roles: readonly string[] };
  readonly faults: readonly Fault[];
  readonly done: string | undefined;
  readonly newKey: () => string;
};

type Shown = { readonly shown: ShownOrganisation; readonly state: OrganisationState };

function takeForms(view: WorkspaceView, { shown, state }: Shown, member: OrganisationMember): Html {
  const { say, language, signedIn } = view;
  const place = pathIn(language, `${ORGANISATIONS}/${shown.organisation.id}/take`);
  return html`${member.roles.map((role) => {
    const words = say(`role.${role}`);
    if (member.roles.length === 1) return html`<p>${words}</p>`;
    const hidden = { csrf: signedIn.csrf, idempotencyKey: state.newKey(), more: { person: member.person, role } };
    const take = button({
      words: say('administration.take'),
      fullWords: say('administration.take.full', { name: member.name, role: words }),
      weight: 'tertiary',
      isSmall: true,
    });
    return html`<p>${words}</p>
      ${postForm(view, { action: place, hidden }, take)}`;
  })}`;
}

function membersTable(view: WorkspaceView, page: Shown): Html {
  const { say, language } = view;
  const { members, organisation } = page.shown;
  if (members.length === 0) {
    return emptyState(say('administration.members.none'), say('administration.members.none.text'));
  }
  const columns = (['person', 'mail', 'roles', 'act'] as const).map((name) => ({
    name: say(`administration.${name}`),
  }));
  const rows = members.map((member) => {
    const query = new URLSearchParams({ mail: member.mail, organisation: organisation.id }).toString();
    return [
      written(view, member.name),
      html`<bdi>${member.mail}</bdi>`,
      takeForms(view, page, member),
      buttonLink({
        href: `${pathIn(language, ADMINISTRATION)}/leave?${query}`,
        words: say('administration.leave'),
        fullWords: say('administration.leave.full', { name: member.name, organisation: organisation.name }),
        weight: 'tertiary',
        isSmall: true,
      }),
    ];
  });
  return recordTable(view, { caption: say('administration.members'), isCaptionHidden: true, columns, rows });
}

function leftTable(view: WorkspaceView, { shown }: Shown): Html | string {
  const { say, site } = view;
  if (shown.left.length === 0) return '';
  const columns = [
    { name: say('administration.person') },
    { name: say('administration.mail') },
    { name: say('administration.left.at'), kind: 'tight' as const },
    { name: say('administration.reason') },
  ];
  const rows = shown.left.map(({ name, mail, at, reason }) => [
    written(view, name),
    html`<bdi>${mail}</bdi>`,
    say.moment(at, site.scheme.zone),
    written(view, reason ?? ''),
  ]);
  return html`<h2>${say('administration.left')}</h2>
    ${recordTable(view, { caption: say('administration.left'), isCaptionHidden: true, columns, rows })}`;
}

function addForm(view: WorkspaceView, { shown, state }: Shown): Html {
  const { say, language, signedIn } = view;
  const { typed, faults, newKey } = state;
  const { id, kind } = shown.organisation;
  const errorOf = (name: string): string | undefined => faults.find(({ field }) => field === name)?.words;
  const fields = html`${textField(view, {
    name: 'mail',
    label: say('administration.mail'),
    need: 'required',
    kind: 'email',
    value: typed.mail,
    error: errorOf('mail'),
  })}
  ${textField(view, {
    name: 'name',
    label: say('administration.person'),
    need: 'optional',
    value: typed.name,
    error: errorOf('name'),
  })}
  ${choiceList(view, {
    name: 'role',
    label: say('administration.roles'),
    need: 'required',
    takes: 'many',
    choices: ROLES_IN[kind].map((role) => ({ value: role, words: say(`role.${role}`) })),
    chosen: typed.roles,
    error: errorOf('role'),
  })}
  ${buttonRow(button({ words: say('administration.add') }))}`;
  const hidden = { csrf: signedIn.csrf, idempotencyKey: newKey() };
  const action = pathIn(language, `${ORGANISATIONS}/${id}/people`);
  return html`<h2>${say('administration.add')}</h2>
    <p>${say('administration.add.text')}</p>
    ${postForm(view, { action, hidden }, fields)}`;
}

/** An organisation with its people, their roles, and those who left. */
export function organisationPage(view: WorkspaceView, shown: ShownOrganisation, state: OrganisationState): Html {
  const { say, language } = view;
  const { kind, name, nameEn, corporateNumber, address, addressEn } = shown.organisation;
  const page = { shown, state };
  return deskPage(
    view,
    titleWithFaults(view, name, state.faults),
    html`${trail(view, name, { words: say('administration.organisations'), href: pathIn(language, ORGANISATIONS) })}
      ${errorSummary(view, state.faults)} ${doneBanner(view, state.done, ['registered', 'added', 'taken'])}
      <h1>${written(view, name)}</h1>
      ${descriptionList([
        [say('administration.kind'), say(`administration.kind.${kind}`)],
        [say('administration.name-en'), nameEn],
        [say('administration.number'), corporateNumber],
        [say('administration.address'), written(view, address)],
        [say('administration.address-en'), addressEn],
      ])}
      <h2>${say('administration.members')}</h2>
      ${membersTable(view, page)} ${addForm(view, page)} ${leftTable(view, page)}`,
  );
}
