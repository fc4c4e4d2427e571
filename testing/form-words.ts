/** The words of the application form, for tests of layers that may not name the command line. */
export { formWords } from '../src/cli/words.ts';
