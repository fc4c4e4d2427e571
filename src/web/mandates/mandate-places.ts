import { actsUnderMandates, hasRoleFor } from '../../core/access/permissions.ts';
import type { WorkspaceView } from '../workspace/signed-in.ts';

/** Where mandates are seen and given, without the language. */
export const MANDATES = '/workspace/mandates';

/** Whether whoever reads the page gives mandates rather than receiving or only seeing them. */
export function givesMandates({ signedIn }: WorkspaceView): boolean {
  return hasRoleFor('mandate.give', signedIn.actor.roles);
}

/** Whether whoever reads the page is given mandates. */
export function receivesMandates({ signedIn }: WorkspaceView): boolean {
  return actsUnderMandates(signedIn.actor.roles);
}

/** Whether whoever reads the page may file scanned letters. */
export function filesLetters({ signedIn }: WorkspaceView): boolean {
  return hasRoleFor('mandate.file-letter', signedIn.actor.roles);
}
