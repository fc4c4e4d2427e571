import { ok, refused, type Result } from '../../core/kernel/result.ts';
import { CREDENTIAL_TYP } from '../../formats/credential/credential-names.ts';
import { keyIdAt } from '../../formats/credential/issuer-document.ts';
import { jwsSigningInput, writeCompactJws } from '../../formats/jose/compact-jws.ts';
import type { JsonObject } from '../../core/kernel/json-object.ts';
import type { IssuerKeyRefusal, Signer } from '../ports.ts';
import { sha256Bytes } from '../sha256.ts';

/** A credential could not be signed just now. */
export type NotSigned = { readonly code: 'credential_not_signed'; readonly cause: string };

/** A credential that is not signed because the key cannot be used. */
export function notSigned({ place, trouble }: IssuerKeyRefusal): Result<never, NotSigned> {
  return refused({ code: 'credential_not_signed', cause: `${place}: ${trouble}` });
}

/** The text that is signed for a credential by a key: the same for the same credential and key. */
export function credentialSigningInput(payload: JsonObject, baseUrl: string, publicKey: Uint8Array): string {
  const kid = keyIdAt(sha256Bytes, baseUrl, publicKey);
  return jwsSigningInput({ alg: 'EdDSA', kid, typ: CREDENTIAL_TYP }, payload);
}

/** Signs a credential as a JSON Web Token (VC-JOSE-COSE, 3.1); Ed25519 gives the same bytes for the same text. */
export async function signCredential(signer: Signer, signingInput: string): Promise<Result<string, NotSigned>> {
  const signature = await signer.sign(new TextEncoder().encode(signingInput));
  if (!signature.ok) return refused({ code: 'credential_not_signed', cause: signature.error.cause });
  return ok(writeCompactJws(signingInput, signature.value));
}
