import type { Deps, FoundCorporation } from '../../app/ports.ts';
import { button, buttonRow } from '../parts/button.ts';
import { descriptionList } from '../parts/description-list.ts';
import { html, type Html } from '../parts/html.ts';
import { notification } from '../parts/notification.ts';
import { written } from '../parts/written.ts';
import type { WorkspaceView } from '../workspace/signed-in.ts';

function foundSection(view: WorkspaceView, found: FoundCorporation): Html {
  const { say, site } = view;
  const { name, nameEn, address, addressEn, isClosed, askedAt } = found;
  const at = say.moment(askedAt, site.scheme.zone);
  const facts = descriptionList([
    [say('administration.name'), written(view, name)],
    [say('administration.name-en'), nameEn],
    [say('administration.address'), written(view, address)],
    [say('administration.address-en'), addressEn],
  ]);
  return html`<h2>${say('administration.looked-up', { at })}</h2>
    ${isClosed ? notification('warning', say('administration.looked-up.closed'), '') : ''} ${facts}
    <p class="page__note">${say('administration.looked-up.stays')}</p>
    ${buttonRow(
      button({ words: say('administration.looked-up.take'), name: 'then', value: 'take', weight: 'secondary' }),
    )}`;
}

/** The way to look a corporate number up, and what was found; nothing where no register is configured. */
export function lookUpSection(
  view: WorkspaceView,
  { corporateRegister }: Pick<Deps, 'corporateRegister'>,
  found: FoundCorporation | undefined,
): Html | string {
  if (corporateRegister === undefined) return '';
  const words = view.say('administration.look-up');
  return html`${buttonRow(button({ words, name: 'then', value: 'look-up', weight: 'secondary', isSmall: true }))}
  ${found === undefined ? '' : foundSection(view, found)}`;
}
