import type { Configuration } from 'openid-client';
import { z } from 'zod';
import type { OpenidAccount, OpenidProvider, OpenidRefusal, OpenidSecrets } from '../app/ports.ts';
import { ok, refused, type Result } from '../core/kernel/result.ts';

/** What a provider is reached with. */
type OpenidSettings = {
  /** With its slash at the end, where it has one: compared to the letter. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly redirectUri: string;
};

/** Always named: without a scope the provider's default set would be taken, which is announced to go. */
const SCOPE = 'openid profile user email delegation_info';

const ACCOUNT_TYPES = { 1: 'entry', 2: 'prime', 3: 'member' } as const;

/** Seconds to wait for the provider. */
const TIMEOUT_S = 10;

const text = z.string().trim().min(1).max(500);

/** The claims of userinfo that are read; names of the person's claims (unconfirmed). */
const CLAIMS = z.object({
  account_type: z.coerce.string().pipe(z.enum(['1', '2', '3'])),
  corporate_number: z
    .string()
    .regex(/^[1-9]\d{12}$/)
    .optional(),
  name: text,
  en_name: z.string().max(500).default(''),
  address: z.union([z.string(), z.object({ formatted: z.string() })]).default(''),
  user_last_name: text,
  user_first_name: z.string().max(500).default(''),
  email: z.email(),
  delegation_info: z.array(z.unknown()).default([]),
});

function toAccount(issuer: string, subject: string, claims: unknown): Result<OpenidAccount, OpenidRefusal> {
  const read = CLAIMS.safeParse(claims);
  if (!read.success) return refused({ code: 'openid_account_incomplete' });
  const { data } = read;
  const address = typeof data.address === 'string' ? data.address : data.address.formatted;
  return ok({
    issuer,
    subject,
    accountType: ACCOUNT_TYPES[data.account_type],
    corporateNumber: data.corporate_number,
    organisation: { name: data.name, nameEn: data.en_name, address },
    personName: [data.user_last_name, data.user_first_name].filter((name) => name !== '').join(' '),
    mail: data.email.toLowerCase(),
    actsForOthers: data.delegation_info.length > 0,
  });
}

/** The library is loaded with the first sign-in, not at start-up. */
const library = () => import('openid-client');

async function codeOf(error: unknown): Promise<OpenidRefusal['code']> {
  const { AuthorizationResponseError } = await library();
  if (error instanceof AuthorizationResponseError) return 'openid_denied';
  const { name, code } = error as { readonly name?: string; readonly code?: string };
  const isAway = name === 'TypeError' || name === 'TimeoutError' || code === 'OAUTH_TIMEOUT';
  return isAway ? 'openid_unreachable' : 'openid_not_believed';
}

/**
 * An OpenID provider in the shape of GビズID (guideline 2.9): client_secret_basic, PKCE S256, state and nonce; the ID token
 * holds no names, so everything but the subject comes from userinfo. Plain http is for providers on this machine only.
 */
export function openidProvider({ issuer, clientId, clientSecret, redirectUri }: OpenidSettings): OpenidProvider {
  let found: Configuration | undefined;
  const discover = async (): Promise<Configuration> => {
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- marked so only to be noticed; for this machine alone
    const { allowInsecureRequests, ClientSecretBasic, discovery, enableNonRepudiationChecks } = await library();
    const isLocal = new URL(issuer).hostname === 'localhost';
    found ??= await discovery(new URL(issuer), clientId, clientSecret, ClientSecretBasic(clientSecret), {
      timeout: TIMEOUT_S,
      // The library trusts the connection for the ID token's origin unless told to verify its signature too.
      execute: [enableNonRepudiationChecks, ...(isLocal ? [allowInsecureRequests] : [])],
    });
    return found;
  };
  const begin = async ({ state, nonce, verifier }: OpenidSecrets): Promise<string> => {
    const { buildAuthorizationUrl, calculatePKCECodeChallenge } = await library();
    const challenge = await calculatePKCECodeChallenge(verifier);
    return buildAuthorizationUrl(await discover(), {
      redirect_uri: redirectUri,
      scope: SCOPE,
      state,
      nonce,
      code_challenge: challenge,
      code_challenge_method: 'S256',
    }).href;
  };
  const finish = async (query: string, { state, nonce, verifier }: OpenidSecrets) => {
    const { authorizationCodeGrant, fetchUserInfo } = await library();
    const config = await discover();
    const tokens = await authorizationCodeGrant(config, new URL(redirectUri + query), {
      expectedState: state,
      expectedNonce: nonce,
      pkceCodeVerifier: verifier,
      idTokenExpected: true,
    });
    const subject = tokens.claims()?.sub ?? '';
    const claims = await fetchUserInfo(config, tokens.access_token, subject);
    return toAccount(config.serverMetadata().issuer, subject, claims);
  };
  return {
    begin: (secrets) => begin(secrets).then(ok, async (error: unknown) => refused({ code: await codeOf(error) })),
    finish: (query, secrets) =>
      finish(query, secrets).catch(async (error: unknown) => refused({ code: await codeOf(error) })),
  };
}
