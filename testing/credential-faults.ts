import assert from 'node:assert/strict';
import { findCredential } from '../src/app/credential/find-credential.ts';
import { readIssuer } from '../src/app/credential/read-issuer.ts';
import { readStatusList } from '../src/app/credential/read-status-list.ts';
import type { Deps } from '../src/app/ports.ts';
import { numericDate } from '../src/formats/credential/label-credential.ts';
import { verifyCredential } from '../src/verify/verify-credential.ts';
import { okOf } from './builders/world.ts';
import { TEST_TOOLS } from './log-in-memory.ts';

/** The first status list of a register, as it is shown. */
export async function shownList(deps: Deps, purpose: 'revocation' | 'suspension'): Promise<string> {
  const list = await readStatusList(deps, purpose, 0);
  return list === undefined ? assert.fail('there is no first list') : okOf(list);
}

/** The steps that do not hold when an outsider verifies a label's credential now, each with its code. */
export async function credentialFaults(deps: Deps, number: string, given?: string): Promise<readonly string[]> {
  const text = given ?? (await findCredential(deps, number)) ?? '';
  const lists = [await shownList(deps, 'revocation'), await shownList(deps, 'suspension')];
  const issuer = JSON.stringify(await readIssuer(deps));
  const expected = { issuer, lists, number, now: numericDate(deps.clock.now()) };
  const { steps } = await verifyCredential(text, expected, TEST_TOOLS);
  return steps
    .filter(({ outcome }) => outcome !== 'ok')
    .map(({ id, detail: { code } }) => (code === undefined ? id : `${id} ${String(code)}`));
}
