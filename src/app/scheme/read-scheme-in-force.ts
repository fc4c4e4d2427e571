import type { Actor } from '../../core/access/actor.ts';
import { authorize, type AccessRefusal } from '../../core/access/authorize.ts';
import { ok, type Result } from '../../core/kernel/result.ts';
import type { Deps } from '../ports.ts';
import type { SchemeVersion } from './scheme-version.ts';

/** The scheme data in force with their version, for who administers. */
export function readSchemeInForce(
  { scheme }: Pick<Deps, 'scheme'>,
  actor: Actor,
): Result<SchemeVersion, AccessRefusal> {
  const allowed = authorize(actor, 'scheme.read-in-force', {});
  return allowed.ok ? ok(scheme) : allowed;
}
