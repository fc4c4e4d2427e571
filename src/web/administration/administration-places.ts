import type { Context } from 'hono';
import type { Deps } from '../../app/ports.ts';
import { answerError, viewFor } from '../answer.ts';
import { pathIn } from '../language.ts';
import { buttonLink, buttonRow } from '../parts/button.ts';
import { breadcrumb } from '../parts/breadcrumb.ts';
import type { Html } from '../parts/html.ts';
import { notificationBanner } from '../parts/notification-banner.ts';
import type { Site } from '../view.ts';
import type { WebEnv } from '../web-setup.ts';
import type { WorkspaceView } from '../workspace/signed-in.ts';

/** Where administrators work, without the language. */
export const ADMINISTRATION = '/workspace/administration';
/** Where organisations are found and registered. */
export const ORGANISATIONS = `${ADMINISTRATION}/organisations`;
/** Where invitations are seen. */
export const INVITATIONS = `${ADMINISTRATION}/invitations`;
/** Where the scheme data in force are seen. */
export const SCHEME_IN_FORCE = `${ADMINISTRATION}/scheme`;

/** What the pages of administrators are made with. */
export type Base = { readonly deps: Deps; readonly site: Site };

/** What is not there, and what is none of somebody's business: both are answered alike. */
export function absent(c: Context<WebEnv>, { site }: Base): Promise<Response> {
  return answerError(c, viewFor(c, site), { code: 'not_found' });
}

/** The way from the first page of administrators to the one that is shown. */
export function trail(view: WorkspaceView, here: string, ...above: readonly { words: string; href: string }[]): Html {
  const { say, language } = view;
  return breadcrumb(
    view,
    [{ words: say('administration.title'), href: pathIn(language, ADMINISTRATION) }, ...above],
    here,
  );
}

/** The ways from the first page of administrators to the others. */
export function placeLinks({ say, language }: WorkspaceView): Html {
  const link = (path: string, words: string): Html =>
    buttonLink({ href: pathIn(language, path), words, weight: 'secondary' });
  return buttonRow(
    link(ORGANISATIONS, say('administration.organisations')),
    link(INVITATIONS, say('administration.invitations')),
    link(SCHEME_IN_FORCE, say('administration.scheme')),
  );
}

/** Says what was just done, as the address of the page tells; nothing without. */
export function doneBanner(
  view: WorkspaceView,
  done: string | undefined,
  known: readonly ('registered' | 'added' | 'taken' | 'withdrawn')[],
): Html | string {
  const outcome = known.find((name) => name === done);
  if (outcome === undefined) return '';
  const heading = view.say(`administration.${outcome}`);
  return notificationBanner(view, { kind: 'success', heading, isOutcome: true });
}
