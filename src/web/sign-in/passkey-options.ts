import type { ListedPasskey } from '../../app/access/list-passkeys.ts';
import type { FoundSession } from '../../app/access/find-session.ts';
import type { Ceremony } from '../../app/access/ceremony.ts';

/** Milliseconds a browser waits for a device. */
const TIMEOUT = 300_000;

/** EdDSA, ES256, RS256: what authenticators in use can do (RFC 9053, IANA COSE algorithms). */
const ALGORITHMS = [-8, -7, -257];

type Named = Pick<ListedPasskey, 'id' | 'transports'>;

function descriptors(keys: readonly Named[]) {
  return keys.map(({ id, transports }) => {
    const known = transports.split(' ').filter((transport) => transport !== '');
    return { type: 'public-key', id, ...(known.length === 0 ? {} : { transports: known }) };
  });
}

/** Asks a browser for a proof by one of these passkeys, or by any it has for us (WebAuthn Level 3, 5.5). */
export function requestOptions({ token, challenge }: Ceremony, origin: string, keys: readonly Named[] = []) {
  return {
    ceremony: token,
    publicKey: {
      challenge,
      rpId: new URL(origin).hostname,
      userVerification: 'required',
      timeout: TIMEOUT,
      allowCredentials: descriptors(keys),
    },
  };
}

/** Asks a browser to make a passkey that names its person by itself (WebAuthn Level 3, 5.4). */
export function creationOptions(
  { token, challenge }: Ceremony,
  origin: string,
  { person, site, keys }: { person: FoundSession['person']; site: string; keys: readonly Named[] },
) {
  return {
    ceremony: token,
    publicKey: {
      challenge,
      rp: { id: new URL(origin).hostname, name: site },
      user: { id: Buffer.from(person.id).toString('base64url'), name: person.mail, displayName: person.name },
      pubKeyCredParams: ALGORITHMS.map((alg) => ({ type: 'public-key', alg })),
      excludeCredentials: descriptors(keys),
      authenticatorSelection: { residentKey: 'required', requireResidentKey: true, userVerification: 'required' },
      attestation: 'none',
      timeout: TIMEOUT,
    },
  };
}
