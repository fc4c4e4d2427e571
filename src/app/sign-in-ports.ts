import type { Result } from '../core/kernel/result.ts';

/** What a passkey's answer must fit: the challenge it was asked with, and the page it was asked on. */
export type PasskeyExpectation = { readonly challenge: string; readonly origin: string };

/** A passkey's public side; the credential id and the COSE key are base64url (WebAuthn Level 3, 6.1 and 6.5.1). */
export type PasskeyKey = {
  readonly id: string;
  readonly publicKey: string;
  /** How often it was used, as far as it counts; 0 where it does not. */
  readonly counter: number;
  /** Whether it lives in more than one device: such ones report stale counters. */
  readonly isBackedUp: boolean;
  /** How a browser reaches it, separated by spaces. */
  readonly transports: string;
};

/** Who a passkey says it belongs to, after its signature was verified. */
export type PasskeyProof = Pick<PasskeyKey, 'id' | 'counter' | 'isBackedUp'> & {
  readonly userHandle: string | undefined;
};

/**
 * Verifies what authenticators answer (WebAuthn Level 3, 7.1 and 7.2); the person must have been verified by their device.
 * Undefined stands for every reason not to believe an answer.
 */
export type PasskeyVerifier = {
  readonly enrolment: (answer: string, expected: PasskeyExpectation) => Promise<PasskeyKey | undefined>;
  readonly proof: (
    answer: string,
    expected: PasskeyExpectation,
    findKey: (id: string) => Promise<PasskeyKey | undefined>,
  ) => Promise<PasskeyProof | undefined>;
};

/** What a browser is sent to an OpenID provider with, and what must come back with it; none is ever used twice. */
export type OpenidSecrets = { readonly state: string; readonly nonce: string; readonly verifier: string };

/** An account as an OpenID provider in the shape of GビズID vouches for it; names exactly as typed there. */
export type OpenidAccount = {
  readonly issuer: string;
  /** Names the account at its issuer for ever. */
  readonly subject: string;
  /** Entry accounts state who they are themselves; of the others the provider has verified it. */
  readonly accountType: 'entry' | 'prime' | 'member';
  readonly corporateNumber: string | undefined;
  readonly organisation: { readonly name: string; readonly nameEn: string; readonly address: string };
  readonly personName: string;
  readonly mail: string;
  /** Whether the account may act on behalf of others there. */
  readonly actsForOthers: boolean;
};

/** Why a provider's answer let nobody in. */
export type OpenidRefusal = {
  readonly code: 'openid_denied' | 'openid_unreachable' | 'openid_not_believed' | 'openid_account_incomplete';
};

/** An OpenID provider: the authorization code flow with PKCE, state and nonce (OpenID Connect Core 1.0, 3.1). */
export type OpenidProvider = {
  /** Where the browser is sent. */
  readonly begin: (secrets: OpenidSecrets) => Promise<Result<string, OpenidRefusal>>;
  /** The account behind an answer, given as the query the browser came back with. */
  readonly finish: (query: string, secrets: OpenidSecrets) => Promise<Result<OpenidAccount, OpenidRefusal>>;
};
