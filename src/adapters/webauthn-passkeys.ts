import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import type { PasskeyExpectation, PasskeyKey, PasskeyVerifier } from '../app/ports.ts';

/** The library is loaded with the first answer, not at start-up. */
const library = () => import('@simplewebauthn/server');

/** What a browser sent as JSON; the library looks at its parts one by one and throws on whatever does not fit. */
function parsed<T>(answer: string): T {
  return JSON.parse(answer) as T;
}

/** Every reason not to believe an answer is the same to whoever sent it. */
async function orUndefined<T>(verified: () => Promise<T>): Promise<T | undefined> {
  try {
    return await verified();
  } catch {
    return undefined;
  }
}

function expectation({ challenge, origin }: PasskeyExpectation) {
  return {
    expectedChallenge: challenge,
    expectedOrigin: origin,
    expectedRPID: new URL(origin).hostname,
    requireUserVerification: true,
  };
}

async function enrolment(answer: string, expected: PasskeyExpectation): Promise<PasskeyKey | undefined> {
  const { verifyRegistrationResponse } = await library();
  const response = parsed<RegistrationResponseJSON>(answer);
  const { verified, registrationInfo } = await verifyRegistrationResponse({ response, ...expectation(expected) });
  if (!verified) return undefined;
  const { credential, credentialBackedUp } = registrationInfo;
  return {
    id: credential.id,
    publicKey: Buffer.from(credential.publicKey).toString('base64url'),
    counter: credential.counter,
    isBackedUp: credentialBackedUp,
    transports: (credential.transports ?? []).filter((transport) => /^[a-z-]{1,20}$/.test(transport)).join(' '),
  };
}

/**
 * Verifies passkeys with SimpleWebAuthn. A counter that does not go up means a copied key, except where the key is meant
 * to live in several devices, which report stale ones.
 */
export const webauthnPasskeys: PasskeyVerifier = {
  enrolment: (answer, expected) => orUndefined(() => enrolment(answer, expected)),
  proof: (answer, expected, findKey) =>
    orUndefined(async () => {
      const { verifyAuthenticationResponse } = await library();
      const response = parsed<AuthenticationResponseJSON>(answer);
      const key = await findKey(response.id);
      if (key === undefined) return undefined;
      const { verified, authenticationInfo } = await verifyAuthenticationResponse({
        response,
        ...expectation(expected),
        credential: {
          id: key.id,
          publicKey: new Uint8Array(Buffer.from(key.publicKey, 'base64url')),
          counter: key.isBackedUp ? 0 : key.counter,
        },
      });
      if (!verified) return undefined;
      const { newCounter, credentialBackedUp } = authenticationInfo;
      const { userHandle } = response.response;
      return { id: key.id, counter: newCounter, isBackedUp: credentialBackedUp, userHandle };
    }),
};
