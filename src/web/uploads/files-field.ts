/** The field of a form in which files come. */
export const FILES = 'files';
