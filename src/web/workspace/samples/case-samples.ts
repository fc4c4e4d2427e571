import { caseSteps } from '../../parts/case-steps.ts';
import { comparison } from '../../parts/comparison.ts';
import { confirmation } from '../../parts/confirmation.ts';
import { historyList, type HistoryEntry } from '../../parts/history-list.ts';
import { html, type Html } from '../../parts/html.ts';
import { progressBar } from '../../parts/progress-bar.ts';
import { textArea } from '../../parts/text-area.ts';
import { textChange } from '../../parts/text-change.ts';
import type { View } from '../../view.ts';
import { SAMPLE_FORM } from './field-samples.ts';

/** The way of a case: one on its way, one that ended before its time; then what was done with it. */
export function caseSamples(view: View): Html {
  const { say } = view;
  const at = (day: number, time: string): HistoryEntry['at'] => ({
    words: say('sample.history.when', { day, time }),
    iso: `2026-11-${day}T${time}+09:00`,
  });
  return html`${caseSteps(view, [
    { name: say('sample.step.draft'), state: 'done' },
    { name: say('sample.step.check'), state: 'current', note: say('sample.step.check.note') },
    { name: say('sample.step.fee'), state: 'ahead' },
    { name: say('sample.step.decide'), state: 'ahead' },
    { name: say('sample.step.publish'), state: 'ahead' },
  ])}
  ${caseSteps(view, [
    { name: say('sample.step.draft'), state: 'done' },
    { name: say('sample.step.check'), state: 'done' },
    { name: say('case.state.discontinued'), state: 'stopped' },
  ])}
  ${historyList(view, [
    {
      at: at(20, '10:21'),
      what: say('act.case.return'),
      who: say('sample.history.officer'),
      note: say('sample.history.note'),
    },
    { at: at(19, '15:04'), what: say('act.case.read'), who: say('sample.history.officer'), isForStaff: true },
    {
      at: at(18, '09:40'),
      what: say('act.case.edit'),
      who: say('sample.history.who'),
      onBehalfOf: say('sample.field.maker.value'),
      changes: textChange(view, say('sample.compare.text.before'), say('sample.compare.text.after')),
    },
  ])}`;
}

/** Facts then and now: kept, changed, added, removed. */
export function comparisonSamples(view: View): Html {
  const { say } = view;
  return comparison(
    view,
    say('sample.compare.caption'),
    { before: say('sample.compare.before'), after: say('sample.compare.after') },
    [
      {
        name: say('sample.field.maker'),
        before: say('sample.field.maker.value'),
        after: say('sample.field.maker.value'),
      },
      {
        name: say('sample.field.text'),
        before: say('sample.compare.text.before'),
        after: say('sample.compare.text.after'),
      },
      { name: say('sample.field.mail'), after: 'office@minato.example' },
      { name: say('sample.field.years'), before: '5' },
    ],
  );
}

/** Long work with a known and with an unknown end, and the content of a page that asks before an act. */
export function actSamples(view: View): Html {
  const { say } = view;
  return html`${progressBar(view, { id: 'progress-known', name: say('sample.progress.name'), done: 340, of: 1200 })}
  ${progressBar(view, { id: 'progress-open', name: say('sample.progress.open'), done: 17 })}`;
}

/** The content of a page that asks before an act. */
export function confirmationSample(view: View): Html {
  const { say } = view;
  return confirmation(view, {
    question: say('sample.confirm.question'),
    level: 3,
    facts: [
      [say('sample.confirm.agent'), say('sample.confirm.agent.name')],
      [say('sample.confirm.from'), say('sample.confirm.period')],
    ],
    consequences: [say('sample.confirm.one'), say('sample.confirm.two')],
    fields: textArea(view, { name: 'reason', label: say('sample.confirm.reason'), need: 'required', most: 500 }),
    form: SAMPLE_FORM,
    confirm: { words: say('sample.button.revoke'), isGrave: true },
    cancel: { words: say('sample.button.back'), href: '#confirm' },
  });
}
