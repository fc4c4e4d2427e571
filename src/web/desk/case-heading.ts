import { breadcrumb } from '../parts/breadcrumb.ts';
import { html, type Html } from '../parts/html.ts';
import { notificationBanner } from '../parts/notification-banner.ts';
import type { WorkspaceView } from '../workspace/signed-in.ts';
import { pathIn } from '../language.ts';
import type { DeskCase } from './desk-form.ts';
import { CASES, casePath } from './desk-places.ts';
import { outcomeNotice } from './outcome-notice.ts';

/** The way back from a page of a case, for whom somebody acts there, and what became of what they just did. */
export function caseHeading(
  view: WorkspaceView,
  { shown }: Pick<DeskCase, 'shown'>,
  here: string | undefined,
): { readonly number: string; readonly parts: Html } {
  const { language, say, signedIn } = view;
  const number = shown.row.application_number;
  const isForAnother = shown.row.vendor !== signedIn.actor.organisation;
  const way = [{ words: say('desk.cases'), href: pathIn(language, CASES) }];
  if (here !== undefined) way.push({ words: number, href: casePath(language, number) });
  const forWhom = isForAnother
    ? notificationBanner(view, { kind: 'info', heading: say('desk.on-behalf', { vendor: shown.vendor.name }) })
    : '';
  return { number, parts: html`${breadcrumb(view, way, here ?? number)} ${forWhom} ${outcomeNotice(view)}` };
}
