import { choiceList, tickBox } from '../../parts/choice-list.ts';
import type { Fault } from '../../parts/error-summary.ts';
import { fileField } from '../../parts/file-field.ts';
import { html, type Html } from '../../parts/html.ts';
import { postForm, type PostForm } from '../../parts/post-form.ts';
import { selectField } from '../../parts/select-field.ts';
import { textArea } from '../../parts/text-area.ts';
import { dayField, numberField, textField } from '../../parts/text-field.ts';
import type { View } from '../../view.ts';
import { sampleFiles } from './file-samples.ts';

/** What a form of the samples carries unseen; nothing takes it. */
export const SAMPLE_FORM: PostForm = {
  action: '#forms',
  hidden: { csrf: 'sample', idempotencyKey: 'sample' },
};

function productTypes({ say }: View) {
  return (['gateway', 'camera', 'lock'] as const).map((value) => ({ value, words: say(`sample.field.type.${value}`) }));
}

function verdicts({ say }: View) {
  return [
    { value: 'conforms', words: say('sample.field.verdict.conforms') },
    { value: 'not', words: say('sample.field.verdict.not') },
    { value: 'na', words: say('sample.field.verdict.na'), support: say('sample.field.verdict.na.support') },
  ];
}

function media({ say }: View) {
  return (['lan', 'wifi', 'mobile'] as const).map((value) => ({ value, words: say(`sample.field.media.${value}`) }));
}

function typedFields(view: View): Html {
  const { say } = view;
  const [need, support] = ['required', say('sample.field.maker.support')] as const;
  return html`${textField(view, { name: 'maker', label: say('sample.field.maker'), need, support, autocomplete: 'organization' })}
  ${textField(view, { name: 'mail', label: say('sample.field.mail'), need, kind: 'email', autocomplete: 'email' })}
  ${dayField(view, { name: 'day', label: say('sample.field.day'), need: 'optional' })}
  ${numberField(view, {
    name: 'years',
    label: say('sample.field.years'),
    need,
    unit: say('sample.field.years.unit'),
    value: '5',
  })}
  ${textArea(view, {
    name: 'text',
    label: say('sample.field.text'),
    need,
    support: say('sample.field.text.support'),
    value: say('sample.field.text.value'),
    most: 500,
  })}`;
}

function chosenFields(view: View): Html {
  const { say } = view;
  const need = 'required';
  return html`${selectField(view, {
    name: 'type',
    label: say('sample.field.type'),
    need,
    blank: say('sample.field.type.blank'),
    choices: productTypes(view),
  })}
  ${choiceList(view, {
    name: 'verdict',
    label: say('sample.field.verdict'),
    need,
    takes: 'one',
    choices: verdicts(view),
    chosen: ['conforms'],
  })}
  ${choiceList(view, {
    name: 'media',
    label: say('sample.field.media'),
    takes: 'many',
    choices: media(view),
    chosen: ['wifi'],
    isAcross: true,
  })}
  ${fileField(view, { name: 'files', label: say('sample.field.files'), support: say('sample.field.files.support') })}
  ${tickBox({ name: 'promise', words: say('sample.field.promise') })}`;
}

/** Each field as a form first shows it. */
export function plainFields(view: View): Html {
  return postForm(view, SAMPLE_FORM, html`${typedFields(view)}${chosenFields(view)}`);
}

function returnedFields(view: View): Html {
  const { say } = view;
  return html`${textField(view, {
    name: 'fixed',
    label: say('sample.field.maker'),
    value: say('sample.field.maker.value'),
    support: say('sample.field.fixed.support'),
    isFixed: true,
  })}
  ${textField(view, {
    name: 'corporate',
    label: say('sample.field.corporate'),
    need: 'required',
    support: say('sample.field.corporate.support'),
    value: '701000112345',
    kind: 'number',
    width: 'middle',
    error: say('sample.field.corporate.error'),
  })}
  ${dayField(view, {
    name: 'sold',
    label: say('sample.field.day'),
    need: 'required',
    value: '2026-02-30',
    error: say('sample.field.day.error'),
    remark: say('sample.field.remark'),
  })}
  ${textArea(view, {
    name: 'long',
    label: say('sample.field.text'),
    value: say('sample.field.text.value'),
    most: 30,
    rows: 3,
    error: say('sample.field.text.error'),
  })}`;
}

function refusedFields(view: View): Html {
  const { say } = view;
  return html`${choiceList(view, {
    name: 'by',
    label: say('sample.field.media'),
    need: 'required',
    takes: 'many',
    choices: media(view),
    error: say('sample.field.media.error'),
  })}
  ${fileField(view, {
    name: 'evidence',
    label: say('sample.field.files'),
    need: 'required',
    error: say('sample.file.refused'),
    files: sampleFiles(view),
  })}`;
}

/** Fields that are returned, not taken, or not to be changed; saved as they are typed. */
export function faultyFields(view: View): Html {
  return postForm(
    view,
    { ...SAMPLE_FORM, autosave: '/workspace/parts' },
    html`${returnedFields(view)}${refusedFields(view)}`,
  );
}

/** The faults of these fields, in the words said at each. */
export function sampleFaults({ say }: View): readonly Fault[] {
  return [
    { field: 'corporate', words: say('sample.field.corporate.error') },
    { field: 'sold', words: say('sample.field.day.error') },
    { field: 'long', words: say('sample.field.text.error') },
    { field: 'by', words: say('sample.field.media.error') },
    { field: 'evidence', words: say('sample.file.refused') },
  ];
}
