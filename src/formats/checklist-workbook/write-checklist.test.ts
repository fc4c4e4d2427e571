import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { COMPLETE_VENDOR, completeApplication, setFor } from '../../../testing/builders/application.ts';
import { assertSame, COMPLETE, FORM, read, TODAY } from '../../../testing/builders/messy-checklist.ts';
import { japaneseScheme, secondScheme } from '../../../testing/schemes.ts';
import { formWords } from '../../../testing/form-words.ts';
import { applicationGaps } from '../../core/case/application-gaps.ts';
import type { Language } from '../../core/kernel/text.ts';
import type { Scheme } from '../../core/scheme/scheme.ts';
import { checklistLexicon } from './checklist-lexicon.ts';
import { placedGaps } from './placed-gaps.ts';
import { writeChecklist } from './write-checklist.ts';
import { closeWorkbookReader } from '../workbook/read-workbook.ts';
import { equal } from '../../../testing/equal.ts';

after(closeWorkbookReader);

for (const [name, scheme] of [
  ['the Japanese scheme', japaneseScheme],
  ['a scheme unlike it', secondScheme],
] as const satisfies readonly (readonly [string, Scheme])[]) {
  for (const language of ['ja', 'en'] as const satisfies readonly Language[]) {
    test(`an application of ${name} written into a workbook in ${language} is read back the same`, async () => {
      const own = setFor(scheme, TODAY).set;
      const form = { scheme, set: own, words: formWords };
      const application = completeApplication(scheme, TODAY);
      const result = await read(
        await writeChecklist({ form, language, today: TODAY, application }),
        checklistLexicon(form),
      );
      assert.ok(result.ok);
      assertSame(result.value.application, application);
      equal(result.value.notes, []);
    });

    test(`the empty workbook of ${name} in ${language} shows the cell of every answer still missing`, async () => {
      const own = setFor(scheme, TODAY).set;
      const form = { scheme, set: own, words: formWords };
      const result = await read(await writeChecklist({ form, language, today: TODAY }), checklistLexicon(form));
      assert.ok(result.ok);
      const { application, placeOf } = result.value;
      const facts = { scheme, set: own, vendor: COMPLETE_VENDOR, attached: new Set<string>(), today: TODAY };
      const gaps = applicationGaps({ application, ...facts });
      assert.ok(gaps.length > 40);
      const placed = placedGaps(gaps, [], result.value);
      const unplaced = placed.filter((gap) => gap.cell === undefined && placeOf(gap.path)?.sheet === undefined);
      equal(unplaced, []);
      const criteria = placed.filter(({ code }) => code === 'not_determined');
      equal(new Set(criteria.map(({ criterion }) => criterion)), new Set(own.criteria.map(({ id }) => id)));
      assert.ok(criteria.every(({ cell }) => cell !== undefined));
    });
  }
}

test('the same application always gives the same bytes', async () => {
  const wish = { form: FORM, language: 'ja', today: TODAY, application: COMPLETE } as const;
  assert.ok(Buffer.from(await writeChecklist(wish)).equals(Buffer.from(await writeChecklist(wish))));
});

test('what is known of the applicant stands in the empty workbook', async () => {
  const vendor = { name: COMPLETE_VENDOR.name, corporateNumber: COMPLETE_VENDOR.corporateNumber };
  const result = await read(await writeChecklist({ form: FORM, language: 'ja', today: TODAY, vendor }));
  assert.ok(result.ok);
  assert.equal(result.value.application.answers['vendor.name'], COMPLETE_VENDOR.name);
  assert.equal(result.value.application.answers['vendor.corporateNumber'], COMPLETE_VENDOR.corporateNumber);
});
