import { pathIn } from '../language.ts';
import { descriptionList } from '../parts/description-list.ts';
import { html, type Html } from '../parts/html.ts';
import { section } from '../parts/section.ts';
import { workspacePage } from '../parts/workspace-page.ts';
import { written } from '../parts/written.ts';
import { placesFor } from './navigation.ts';
import type { WorkspaceView } from './signed-in.ts';

/** Where somebody who has signed in arrives: what they can do here, and as whom. */
export function startPage(view: WorkspaceView): Html {
  const { language, say, signedIn } = view;
  const { organisation, person } = signedIn.session;
  const places = placesFor(signedIn.actor).map(
    (place) =>
      html`<li>
        <a href="${pathIn(language, place.path)}">${say(place.name)}</a>
        <p class="page__note">${say(place.purpose)}</p>
      </li>`,
  );
  const who = descriptionList([
    [say('workspace.person'), written(view, person.name)],
    [say('workspace.mail'), person.mail],
    [
      say('workspace.organisation'),
      organisation === undefined ? undefined : written(view, organisation.name, organisation.nameEn),
    ],
    [say('workspace.roles'), html`${signedIn.actor.roles.map((role) => html`<p>${say(`role.${role}`)}</p>`)}`],
  ]);
  const title = say('workspace.title');
  return workspacePage(
    view,
    { title },
    html`<h1>${title}</h1>
      ${section(
        'places',
        say('workspace.places'),
        html`<ul class="page__stack">
          ${places}
        </ul>`,
      )}
      ${section('who', say('workspace.who'), who)}`,
  );
}
