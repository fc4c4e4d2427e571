import {
  ORGANISATIONS_PAGE,
  type ListedOrganisation,
  type OrganisationWish,
} from '../../app/parties/list-organisations.ts';
import { ORGANISATION_KINDS } from '../../core/parties/organisation.ts';
import { pathIn } from '../language.ts';
import { buttonLink, buttonRow } from '../parts/button.ts';
import { emptyState } from '../parts/empty-state.ts';
import { filterBar } from '../parts/filter-bar.ts';
import { deskPage } from '../parts/desk-page.ts';
import { html, type Html } from '../parts/html.ts';
import { pagination } from '../parts/pagination.ts';
import { queryLink } from '../parts/query-link.ts';
import { recordTable } from '../parts/record-table.ts';
import { selectField } from '../parts/select-field.ts';
import { textField } from '../parts/text-field.ts';
import { written } from '../parts/written.ts';
import type { WorkspaceView } from '../workspace/signed-in.ts';
import { ORGANISATIONS, trail } from './administration-places.ts';

/** What a page of the list shows. */
type Listed = {
  readonly wish: OrganisationWish;
  readonly total: number;
  readonly organisations: readonly ListedOrganisation[];
};

function filter(view: WorkspaceView, { kind, words }: OrganisationWish): Html {
  const { say, language } = view;
  const here = pathIn(language, ORGANISATIONS);
  const query = { kind, words };
  const kindWords = kind === undefined ? [] : [{ words: say(`administration.kind.${kind}`), without: 'kind' }];
  const typed = words === '' ? [] : [{ words, without: 'words' }];
  return filterBar(view, {
    action: here,
    label: say('administration.organisations'),
    fields: [
      textField(view, { name: 'words', label: say('administration.search'), value: words, kind: 'search' }),
      selectField(view, {
        name: 'kind',
        label: say('administration.kind'),
        blank: say('administration.kind.any'),
        choices: ORGANISATION_KINDS.map((value) => ({ value, words: say(`administration.kind.${value}`) })),
        chosen: kind,
      }),
    ],
    active: [...typed, ...kindWords].map(({ words: shown, without }) => ({
      words: shown,
      without: queryLink(here, query, { [without]: undefined }),
    })),
    clear: here,
  });
}

function table(view: WorkspaceView, { organisations }: Listed): Html {
  const { say, language } = view;
  const columns = [
    { name: say('administration.name') },
    { name: say('administration.kind') },
    { name: say('administration.number'), kind: 'tight' as const },
    { name: say('administration.count'), kind: 'number' as const },
  ];
  const rows = organisations.map(({ id, kind, name, nameEn, corporateNumber, people }) => [
    html`<a href="${pathIn(language, `${ORGANISATIONS}/${id}`)}">${written(view, name, nameEn)}</a>`,
    say(`administration.kind.${kind}`),
    corporateNumber ?? '',
    String(people),
  ]);
  return recordTable(view, { caption: say('administration.organisations'), isCaptionHidden: true, columns, rows });
}

function pages(view: WorkspaceView, { wish, total, organisations }: Listed): Html {
  const { kind, words, page } = wish;
  const last = Math.max(1, Math.ceil(total / ORGANISATIONS_PAGE));
  const before = (page - 1) * ORGANISATIONS_PAGE;
  return pagination(view, {
    current: page,
    last,
    hasNext: page < last,
    from: before + 1,
    to: before + organisations.length,
    total: { count: total, isExact: true },
    hrefOf: (to) => queryLink(pathIn(view.language, ORGANISATIONS), { kind, words, page: to === 1 ? '' : String(to) }),
  });
}

/** Organisations by kind, name and corporate number, a page at a time. */
export function organisationsPage(view: WorkspaceView, listed: Listed): Html {
  const { say, language } = view;
  const title = say('administration.organisations');
  const register = { href: pathIn(language, `${ORGANISATIONS}/new`), words: say('administration.register') };
  return deskPage(
    view,
    title,
    html`${trail(view, title)}
      <h1>${title}</h1>
      ${buttonRow(buttonLink({ ...register, weight: 'primary' }))} ${filter(view, listed.wish)}
      ${
        listed.organisations.length === 0
          ? emptyState(say('administration.organisations.none'), say('administration.organisations.none.text'))
          : html`${table(view, listed)} ${pages(view, listed)}`
      }`,
  );
}
