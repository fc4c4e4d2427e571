import type { readHealth } from '../../app/access/read-health.ts';
import type { listRegisteredPeople } from '../../app/parties/list-registered-people.ts';
import { deskPage } from '../parts/desk-page.ts';
import { pathIn } from '../language.ts';
import { button, buttonLink, buttonRow } from '../parts/button.ts';
import { descriptionList } from '../parts/description-list.ts';
import { errorSummary, type Fault } from '../parts/error-summary.ts';
import { html, type Html } from '../parts/html.ts';
import { jobName } from '../parts/job-name.ts';
import { postForm } from '../parts/post-form.ts';
import { recordTable } from '../parts/record-table.ts';
import { written } from '../parts/written.ts';
import type { WorkspaceView } from '../workspace/signed-in.ts';
import { ADMINISTRATION, placeLinks } from './administration-places.ts';

type Found<T> = Extract<T, { readonly ok: true }> extends { readonly value: infer V } ? V : never;
/** One role of somebody in an organisation. */
type ListedRole = Found<Awaited<ReturnType<typeof listRegisteredPeople>>>[number];

/** Everything the page shows. */
type Administered = {
  readonly people: readonly ListedRole[];
  readonly jobs: Found<Awaited<ReturnType<typeof readHealth>>>['queues'];
  readonly version: string;
  readonly key: string;
};

/** Somebody's roles in one organisation. */
export type Member = Omit<ListedRole, 'role'> & { readonly roles: readonly ListedRole['role'][] };

/** The roles of a list put together by person and organisation. */
export function membersOf(people: readonly ListedRole[]): readonly Member[] {
  const members = new Map<string, Member>();
  for (const { role, ...person } of people) {
    const at = `${person.mail} ${person.organisationId}`;
    members.set(at, { ...person, roles: [...(members.get(at)?.roles ?? []), role] });
  }
  return [...members.values()];
}

function acts(view: WorkspaceView, { mail, name, organisation, organisationId }: Member, key: string): Html {
  const { say, language, signedIn } = view;
  const place = pathIn(language, ADMINISTRATION);
  const query = new URLSearchParams({ mail, organisation: organisationId }).toString();
  const invite = button({
    words: say('administration.invite'),
    fullWords: say('administration.invite.full', { name }),
    weight: 'tertiary',
    isSmall: true,
  });
  const leave = buttonLink({
    href: `${place}/leave?${query}`,
    words: say('administration.leave'),
    fullWords: say('administration.leave.full', { name, organisation }),
    weight: 'tertiary',
    isSmall: true,
  });
  const hidden = { csrf: signedIn.csrf, idempotencyKey: key, more: { mail } };
  return postForm(view, { action: `${place}/invite`, hidden }, buttonRow(invite, leave));
}

function peopleTable(view: WorkspaceView, { people, key }: Administered): Html {
  const { say } = view;
  const columns = (['person', 'mail', 'organisation', 'roles', 'act'] as const).map((name) => ({
    name: say(`administration.${name}`),
  }));
  const rows = membersOf(people).map((member) => [
    written(view, member.name),
    html`<bdi>${member.mail}</bdi>`,
    written(view, member.organisation),
    html`${member.roles.map((role) => html`<p>${say(`role.${role}`)}</p>`)}`,
    acts(view, member, key),
  ]);
  return recordTable(view, { caption: say('administration.people'), isCaptionHidden: true, columns, rows });
}

function jobTable(view: WorkspaceView, { jobs }: Administered): Html {
  const { say } = view;
  const columns = [
    { name: say('administration.job') },
    ...(['waiting', 'failed', 'done'] as const).map((name) => ({
      name: say(`administration.job.${name}`),
      kind: 'number' as const,
    })),
  ];
  const rows = jobs.map(({ name, waiting, failed, done }) => [
    jobName(view, name),
    ...[waiting, failed, done].map(String),
  ]);
  return recordTable(view, { caption: say('administration.jobs'), isCaptionHidden: true, columns, rows });
}

/** People with their roles, the scheme data in force, and how the jobs fare. */
export function administrationPage(view: WorkspaceView, shown: Administered, faults: readonly Fault[]): Html {
  const { say, language, site } = view;
  const { scheme } = site;
  return deskPage(
    view,
    say('administration.title'),
    html`${errorSummary(view, faults)}
      <h1>${say('administration.title')}</h1>
      ${placeLinks(view)}
      <h2>${say('administration.people')}</h2>
      ${peopleTable(view, shown)}
      <h2>${say('administration.scheme')}</h2>
      ${descriptionList([
        [say('administration.scheme.name'), scheme.name[language]],
        [say('administration.scheme.levels'), scheme.levels.map(({ name }) => name[language]).join(' / ')],
        [say('administration.scheme.version'), html`<code>${shown.version}</code>`],
      ])}
      <h2>${say('administration.jobs')}</h2>
      ${jobTable(view, shown)}`,
  );
}
