import type { OfferedAct } from '../../core/case/offered-acts.ts';
import { html, type Html } from '../parts/html.ts';
import type { WorkspaceView } from '../workspace/signed-in.ts';

/** Why an act cannot be done now: whose it is, or the rules that do not hold, in their words. */
export function offReason({ say }: WorkspaceView, off: NonNullable<OfferedAct['off']>): Html {
  if (off.code === 'not_permitted') {
    return html`${say('office.act.others', { roles: off.roles.map((role) => say(`role.${role}`)) })}`;
  }
  return html`${say('office.act.off')}${off.unmet.map(({ rule }) => html` <span>${say(`rule.${rule}`)}</span>`)}`;
}
