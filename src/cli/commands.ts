import { apply } from './apply.ts';
import { caseAccept } from './case-accept.ts';
import { caseDecline } from './case-decline.ts';
import { caseDiscontinue } from './case-discontinue.ts';
import { caseGrant } from './case-grant.ts';
import { caseHistory } from './case-history.ts';
import { caseList } from './case-list.ts';
import { casePay } from './case-pay.ts';
import { caseProvisional } from './case-provisional.ts';
import { caseRefuse } from './case-refuse.ts';
import { caseReturn } from './case-return.ts';
import { caseShow } from './case-show.ts';
import { caseSubmit } from './case-submit.ts';
import { caseWithdraw } from './case-withdraw.ts';
import { audit } from './audit.ts';
import type { Command } from './command.ts';
import { filesReconcile } from './files-reconcile.ts';
import { labelArtwork } from './label-artwork.ts';
import { labelShow } from './label-show.ts';
import { mandateGive } from './mandate-give.ts';
import { mandateRevoke } from './mandate-revoke.ts';
import { organisationRegister } from './organisation-register.ts';
import { people } from './people.ts';
import { personLeave } from './person-leave.ts';
import { personSignOut } from './person-sign-out.ts';
import { personRegister } from './person-register.ts';
import { schemeCheck } from './scheme-check.ts';
import { staffInvite } from './staff-invite.ts';
import { template } from './template.ts';
import { verify } from './verify.ts';

/** Every command of the command line, in the order help lists them. */
export const COMMANDS: readonly Command[] = [
  schemeCheck,
  template,
  apply,
  caseList,
  caseShow,
  caseHistory,
  caseSubmit,
  caseReturn,
  caseAccept,
  caseDecline,
  casePay,
  caseProvisional,
  caseGrant,
  caseRefuse,
  caseWithdraw,
  caseDiscontinue,
  labelShow,
  labelArtwork,
  verify,
  audit,
  people,
  organisationRegister,
  personRegister,
  staffInvite,
  personLeave,
  personSignOut,
  mandateGive,
  mandateRevoke,
  filesReconcile,
];
