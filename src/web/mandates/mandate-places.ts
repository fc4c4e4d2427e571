import { rolesFor, type ActId } from '../../core/access/permissions.ts';
import type { WorkspaceView } from '../workspace/signed-in.ts';

/** Where mandates are seen and given, without the language. */
export const MANDATES = '/workspace/mandates';

function holdsRoleFor({ signedIn }: WorkspaceView, act: ActId): boolean {
  return signedIn.actor.roles.some((role) => rolesFor(act).includes(role));
}

/** Whether whoever reads the page gives mandates rather than receiving or only seeing them. */
export function givesMandates(view: WorkspaceView): boolean {
  return holdsRoleFor(view, 'mandate.give');
}

/** Whether whoever reads the page may file scanned letters. */
export function filesLetters(view: WorkspaceView): boolean {
  return holdsRoleFor(view, 'mandate.file-letter');
}
