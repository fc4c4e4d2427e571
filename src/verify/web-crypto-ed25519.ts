import type { VerifyEd25519 } from '../formats/signed-note/open-note.ts';

/** Verifies Ed25519 signatures with the Web Cryptography API, which browsers and Node both have. */
export const webCryptoEd25519: VerifyEd25519 = async ({ publicKey, message, signature }) => {
  const { subtle } = globalThis.crypto;
  try {
    const key = await subtle.importKey('raw', new Uint8Array(publicKey), 'Ed25519', false, ['verify']);
    return await subtle.verify('Ed25519', key, new Uint8Array(signature), new Uint8Array(message));
  } catch (error) {
    // What is no key is refused by its shape; anything else, such as a browser without Ed25519, is no answer at all.
    if (error instanceof DOMException && error.name === 'DataError') return false;
    throw error;
  }
};
