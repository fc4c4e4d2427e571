/** What somebody left in a cell, a form field or a JSON member, before anyone read meaning into it. */
export type TypedAnswer = string | number | boolean;

/** Nothing but space was typed. */
export type BlankAnswer = {
  readonly code: 'blank';
};

/** Full-width letters, digits and signs as their ASCII twins, and the wide space as a space; nothing else is altered. */
export function toHalfWidth(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/\u3000/g, ' ');
}
