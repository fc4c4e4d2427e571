import type { FormWords } from '../formats/application-form/form-words.ts';
import { message } from '../i18n/message.ts';

/** The words of the application form, from the texts of the interface; a question without its words does not compile. */
export const formWords: FormWords = (language, key) => message(language, key);
