import { asTyped } from '../../core/kernel/fold.ts';

/** Signs that part the values of one cell. The ASCII slash is missing: model numbers and addresses hold it. */
const BETWEEN = /[\n\u2028\u2029、，,､;；／·・･\t]+/u;
const BULLET = /^(?:[•●■◆▪‣*]\s*)+/u;

/** The values that somebody wrote into one cell, in their order, each as typed; blanks between them are dropped. */
export function splitList(raw: string | number | boolean): string[] {
  return String(raw)
    .replace(/\r\n?/g, '\n')
    .split(BETWEEN)
    .map((item) => asTyped(asTyped(item).replace(BULLET, '')))
    .filter((item) => item !== '');
}
