import { fieldId, fieldWiring, formField, type Field } from './form-field.ts';
import { fileList, type ListedFile } from './file-list.ts';
import { html, type Html } from './html.ts';
import type { Reader } from './reader.ts';

/** Files to be given. */
type FileField = Field & {
  readonly takes?: 'one' | 'many';
  /** Hint for the browser's choice of files, as `.pdf,.png`; the server looks at the content. */
  readonly accept?: string;
  /** What is already there, with what became of each. */
  readonly files?: readonly ListedFile[];
};

/** Words of the states an upload by script goes through; without script nobody sees them. */
function uploadWords({ say }: Reader): Html {
  return html`data-waiting="${say('part.upload.waiting')}"
  data-sending="${say('part.upload.sending', {
    percent: '{percent}',
  })}"
  data-kept="${say('part.upload.kept')}" data-failed="${say('part.upload.failed')}"
  data-again="${say('part.upload.again')}" data-seen="${say('part.upload.seen')}"`;
}

/** The browser's own field for files; with script also a place to drop them, and progress for each. */
export function fileField(reader: Reader, field: FileField): Html {
  const { takes = 'many', accept, files = [] } = field;
  const id = fieldId(field);
  const control = html`<div class="file-field" data-drop>
      <input
        class="file-field__input"
        type="file"
        id="${id}"
        name="${field.name}"
        ${takes === 'many' ? html`multiple` : ''}
        ${accept === undefined ? '' : html`accept="${accept}"`}
        ${fieldWiring(field)}
      />
      <p class="file-field__drop" data-drop-words hidden>${reader.say('part.upload.drop')}</p>
    </div>
    <ul class="file-list" role="status" data-uploads="${id}" ${uploadWords(reader)} hidden></ul>`;
  return html`${formField(reader, field, control)}${files.length === 0 ? '' : fileList(reader, files)}`;
}
