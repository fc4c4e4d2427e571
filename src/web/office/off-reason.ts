import type { OfferedAct } from '../../core/case/offered-acts.ts';
import type { WorkspaceView } from '../workspace/signed-in.ts';

/** Why an act cannot be done now: whose it is, or the rules that do not hold, in their words. */
export function offReason({ say }: WorkspaceView, off: NonNullable<OfferedAct['off']>): string {
  if (off.code === 'not_permitted') {
    return say('office.act.others', { roles: off.roles.map((role) => say(`role.${role}`)) });
  }
  return say('office.act.off', { rules: off.unmet.map(({ rule }) => say(`rule.${rule}`)) });
}
