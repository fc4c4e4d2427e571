import { sha256Bytes } from '../app/sha256.ts';
import { verifyEd25519 } from '../app/verify-ed25519.ts';
import type { VerifyTools } from '../verify/index.ts';

/** Node's cryptography, as the verifier wants it. */
export const VERIFY_TOOLS: VerifyTools = { sha256: sha256Bytes, verifyEd25519 };
