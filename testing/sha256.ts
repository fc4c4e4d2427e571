/** The hash of texts and bytes, for tests of the core, which may not name what reaches outside. */
export { sha256Bytes, sha256Of } from '../src/app/sha256.ts';
