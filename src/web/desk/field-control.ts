import { isChosen } from '../../core/case/answer-kinds.ts';
import type { FormField } from '../../formats/application-form/form-fields.ts';
import { choiceList } from '../parts/choice-list.ts';
import type { Field, FieldNeed } from '../parts/form-field.ts';
import type { Html } from '../parts/html.ts';
import { selectField } from '../parts/select-field.ts';
import { textArea } from '../parts/text-area.ts';
import { dayField, textField, type TextField } from '../parts/text-field.ts';
import type { View } from '../view.ts';
import type { RawValue } from './raw-answer.ts';

/** Most choices that are shown beside each other; a longer list opens. */
const SHOWN_CHOICES = 8;

/** What a question is shown with besides its own words. */
type ShownField = {
  readonly name: string;
  readonly raw: RawValue;
  readonly need: FieldNeed;
  readonly error?: string | undefined;
  readonly remark?: string | undefined;
  /** Choices that depend on the case, as its files; in place of those of the form. */
  readonly choices?: readonly { readonly value: string; readonly words: Html | string }[] | undefined;
};

const TEXT_KINDS: Readonly<Record<string, TextField['kind']>> = {
  'web-address': 'url',
  'mail-address': 'email',
  'corporate-number': 'number',
  'trade-item-number': 'number',
};

/** Questions whose help elsewhere speaks of the sheets and marks of the workbook. */
const OWN_HELP = ['data.personalDataHandled', 'services.required', 'support.kinds'] as const;

const CONTACT: Readonly<Record<string, string>> = {
  'vendor.name': 'organization',
  'vendor.contactName': 'name',
  'vendor.contactMail': 'email',
  'vendor.contactPhone': 'tel',
};

type Choices = readonly { readonly value: string; readonly words: Html | string }[];

function choicesOf({ language, say }: View, field: FormField, shown: ShownField): Choices {
  if (field.item.kind === 'yes-no') {
    return [
      { value: 'yes', words: say('answer.yes') },
      { value: 'no', words: say('answer.no') },
    ];
  }
  return shown.choices ?? (field.choices ?? []).map(({ id, name }) => ({ value: id, words: name[language] }));
}

function chooser(view: View, common: Field, field: FormField, shown: ShownField): Html {
  const choices = choicesOf(view, field, shown);
  const { kind } = field.item;
  if (kind === 'choice' && choices.length > SHOWN_CHOICES) {
    return selectField(view, { ...common, choices, chosen: shown.raw[0], blank: view.say('desk.choose') });
  }
  const takes = kind === 'choices' || kind === 'file-names' ? 'many' : 'one';
  if (takes === 'many') return choiceList(view, { ...common, takes, choices, chosen: shown.raw });
  // no browser lets go of a radio button, and what was chosen by mistake must not stay
  const none = { value: '', words: view.say(shown.need === 'optional' ? 'desk.choose.none' : 'desk.choose.not-yet') };
  const chosen = shown.raw.length === 0 ? [''] : shown.raw;
  return choiceList(view, { ...common, takes, choices: [...choices, none], chosen, isAcross: kind === 'yes-no' });
}

/** Help with a question. That of columns speaks of cells; only what it says of texts is true of fields as well. */
function supportOf({ language, say }: View, field: FormField): string | undefined {
  const own = OWN_HELP.find((id) => id === field.id);
  if (own !== undefined) return say(`desk.help.${own}`);
  const isOfCell = field.table !== undefined && (isChosen(field.item.kind) || field.item.kind === 'day');
  return isOfCell ? undefined : field.help[language];
}

/** A question of the application form as a field, filled with what was answered or typed. */
export function fieldControl(view: View, field: FormField, shown: ShownField): Html {
  const { item } = field;
  const common: Field = {
    name: shown.name,
    label: field.label[view.language],
    need: shown.need,
    support: supportOf(view, field),
    error: shown.error,
    remark: shown.remark,
  };
  const value = shown.raw.join('\n');
  if (isChosen(item.kind)) return chooser(view, common, field, shown);
  if (item.kind === 'long-text') {
    return textArea(view, { ...common, value, ...(item.most === undefined ? {} : { most: item.most }) });
  }
  if (item.kind === 'day') {
    const { support, ...rest } = common;
    return dayField(view, support === undefined ? { ...rest, value } : { ...common, value });
  }
  const kind = TEXT_KINDS[item.kind] ?? 'text';
  return textField(view, { ...common, value, kind, autocomplete: CONTACT[item.id] ?? 'off' });
}
