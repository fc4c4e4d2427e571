import { FORM_TOKEN } from '../guard/form-token.ts';
import { workspacePath } from '../guard/workspace-path.ts';
import { html, type Html } from '../parts/html.ts';
import type { View } from '../view.ts';

/** A form that waits: where it goes, every field as it was sent, and whether it brought files, which do not wait. */
export type HeldForm = { readonly path: string; readonly fields: URLSearchParams; readonly hasLostFiles?: boolean };

/** Names under which one form carries another. */
const HELD = { path: 'held_path', fields: 'held_fields' } as const;

/** The fields by which another form carries a held one with it. */
export function carriedForm({ path, fields }: HeldForm): Html {
  return html`<input type="hidden" name="${HELD.path}" value="${path}" />
    <input type="hidden" name="${HELD.fields}" value="${fields.toString()}" />`;
}

/** The form another one carried with it, if it did; it goes nowhere but within the workspaces. */
export function heldFormIn(form: URLSearchParams): HeldForm | undefined {
  const path = workspacePath(form.get(HELD.path) ?? undefined, '');
  const fields = form.get(HELD.fields);
  return path === '' || fields === null ? undefined : { path, fields: new URLSearchParams(fields) };
}

/** A held form with the button that sends it; it carries the token of now. */
export function sendableForm({ say }: Pick<View, 'say'>, held: HeldForm, csrf: string): Html {
  const fields = [...held.fields].filter(([name]) => name !== FORM_TOKEN.field);
  return html`<form method="post" action="${held.path}">
    ${fields.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}
    <input type="hidden" name="${FORM_TOKEN.field}" value="${csrf}" />
    <button class="button" data-weight="primary" type="submit">${say('workspace.again.send')}</button>
  </form>`;
}
