import { formHidden, type FormHidden } from './form-hidden.ts';
import { html, type Html } from './html.ts';
import type { Reader } from './reader.ts';

/** A form that changes something. */
export type PostForm = {
  readonly action: string;
  readonly hidden: FormHidden;
  readonly id?: string;
  /** Carries files: each sent by a script as soon as it is chosen, or all with the form. */
  readonly files?: 'as-chosen' | 'with-form';
  /** Where a script may save what is typed as it is typed; answers with what `saveStatus` shows. */
  readonly autosave?: string;
};

/** Tells what became of the last saving by script; silent without. */
function saveStatus({ say }: Reader): Html {
  return html`<p
    class="save-status"
    role="status"
    data-save-status
    data-saving="${say('part.save.saving')}"
    data-saved="${say('part.save.saved', { time: '{time}' })}"
    data-failed="${say('part.save.failed')}"
    data-expired="${say('part.save.expired')}"
    hidden
  ></p>`;
}

/** A form sent to ourselves; what it checks is checked by the server only. */
export function postForm(reader: Reader, { action, hidden, id, files, autosave }: PostForm, body: Html): Html {
  return html`<form
    class="form"
    method="post"
    action="${action}"
    novalidate
    ${id === undefined ? '' : html`id="${id}"`}
    ${files === undefined ? '' : html`enctype="multipart/form-data"`}
    ${files === 'as-chosen' ? html`data-upload` : ''}
    ${autosave === undefined ? '' : html`data-autosave="${autosave}"`}
  >
    ${formHidden(hidden)} ${body} ${autosave === undefined ? '' : saveStatus(reader)}
  </form>`;
}
