import type { OfficeCase } from '../../app/case/find-office-case.ts';
import { authorize } from '../../core/access/authorize.ts';
import type { WorkspaceView } from '../workspace/signed-in.ts';

/** Whether whoever looks makes the format check of this submission now, with or without a remark so far. */
export function isChecking({ signedIn }: WorkspaceView, { acts }: OfficeCase): boolean {
  const isOpen = acts.some(({ action, off }) => action === 'case.return' && off?.code !== 'not_permitted');
  return isOpen && authorize(signedIn.actor, 'case.keep-check', {}).ok;
}
