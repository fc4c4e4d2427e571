import type { ShownLabel } from '../../app/label/find-label.ts';
import { evaluatorOf } from '../../app/label/evaluator-of.ts';
import { publicState } from '../../app/label/public-state.ts';
import { mostStars, findProductType } from '../../core/scheme/in-force.ts';
import type { View } from '../view.ts';

/** A fact of each compared label in words, in their order; nothing said is an empty text. */
type ComparedFacts = { readonly name: string; readonly values: readonly string[] };

type Fact = readonly [name: string, of: (label: ShownLabel) => string | undefined];

function inLanguage({ language }: View, text: string | undefined, english: string | undefined): string | undefined {
  return language === 'en' && english !== undefined && english !== '' ? english : text;
}

function periods({ say }: View): readonly Fact[] {
  return [
    [
      say('label.validity'),
      ({
        record: {
          validity: { from, until },
        },
      }) =>
        until === undefined ? say('label.validity.open', { from }) : say('label.validity.from-until', { from, until }),
    ],
    [
      say('label.support'),
      ({ record: { answers } }) =>
        answers['support.endsOn'] && say('label.support.until', { day: answers['support.endsOn'] }),
    ],
    [
      say('label.support.kinds'),
      ({ record: { answers } }) => answers['support.kinds'] && say.choices('support.kinds', answers['support.kinds']),
    ],
    [
      say('label.released'),
      ({ record: { answers } }) => answers['product.releasedOn'] && say.day(answers['product.releasedOn']),
    ],
  ];
}

function behaviour({ say }: View): readonly Fact[] {
  const yesOrNo = (value: boolean | undefined): string | undefined =>
    value === undefined ? undefined : say(value ? 'compare.yes' : 'compare.no');
  return [
    [say('compare.personal'), ({ record }) => yesOrNo(record.answers['data.personalDataHandled'])],
    [
      say('compare.personal.kinds'),
      ({ record }) => record.personalData.map(({ what = '' }) => what).join(say('compare.separator')),
    ],
    [
      say('label.services'),
      ({ record }) => record.services.map(({ name = '' }) => name).join(say('compare.separator')),
    ],
    [
      say('label.updates.automatic'),
      ({ record: { answers } }) =>
        answers['updates.automatic'] && say.choices('updates.automatic', [answers['updates.automatic']]),
    ],
    [say('label.updates.switch-off'), ({ record }) => yesOrNo(record.answers['updates.canSwitchOff'])],
  ];
}

function basics(view: View): readonly Fact[] {
  const { say, language } = view;
  return [
    [say('label.status'), (label) => say(`status.${publicState(label)}`)],
    [
      say('label.level'),
      ({ level, scheme }) =>
        `${say('label.stars', { stars: level.stars, of: mostStars(scheme) })} ${level.name[language]}`,
    ],
    [
      say('label.maker'),
      ({ record: { answers } }) => inLanguage(view, answers['vendor.name'], answers['vendor.nameEn']),
    ],
    [
      say('label.type'),
      ({ record, scheme }) => findProductType(scheme, record.answers['product.type'])?.name[language],
    ],
    [say('label.evaluator'), (label) => evaluatorOf(label)?.name[language]],
    [
      say('compare.criteria'),
      ({ set: { title, document, version } }) =>
        say('label.criteria.set', { title: title[language], document, version }),
    ],
    [say('label.firmware'), ({ record }) => record.answers['product.firmware']],
  ];
}

/** What buyers compare, by fact, for each label. A fact that none of them tells is left out. */
export function comparedFacts(view: View, labels: readonly ShownLabel[]): readonly ComparedFacts[] {
  return [...basics(view), ...periods(view), ...behaviour(view)]
    .map(([name, of]) => ({ name, values: labels.map((label) => of(label) ?? '') }))
    .filter(({ values }) => values.some((value) => value !== ''));
}
