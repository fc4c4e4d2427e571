/** The hash of texts, for tests of the core, which may not name what reaches outside. */
export { sha256Of } from '../src/app/sha256.ts';
