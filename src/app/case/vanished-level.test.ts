import { describe, test } from 'node:test';
import { aDraft, aSubmittedCase, versionOf } from '../../../testing/builders/cases.ts';
import { aWorld, okOf } from '../../../testing/builders/world.ts';
import { eachDatabase } from '../../../testing/database.ts';
import { equal } from '../../../testing/equal.ts';
import { secondScheme } from '../../../testing/schemes.ts';
import { refusedWithoutTrace } from '../../../testing/without-trace.ts';
import { loadScheme } from '../scheme/load-scheme.ts';
import { acceptCase } from './accept-case.ts';
import { discontinueCase } from './discontinue-case.ts';
import { editCase } from './edit-case.ts';
import { findCase } from './find-case.ts';
import { listCases } from './list-cases.ts';
import { submitCase } from './submit-case.ts';

describe('when newer scheme data has another scheme’s levels', () => {
  eachDatabase((_kind, open) => {
    test('a draft for a level that is gone can be read and discontinued, but neither edited nor submitted', async () => {
      const before = await aWorld(await open());
      const { people } = before;
      const { id, application } = await aDraft(before);
      const deps = { ...before.deps, scheme: okOf(await loadScheme(before.deps, secondScheme)) };
      const version = await versionOf(before, id);
      const gone = { code: 'level_gone', level: 's1' };
      const edit = () => editCase(deps, people.editor, { id, version, application });
      await refusedWithoutTrace(deps.db, edit, gone);
      await refusedWithoutTrace(deps.db, () => submitCase(deps, people.signatory, { id, version }), gone);
      const shown = okOf(await findCase(deps, people.editor, id));
      equal([shown.set, shown.gaps.length, shown.row.state], [undefined, 0, 'draft']);
      equal((await listCases(deps, people.editor, { limit: 10 })).length, 1);
      equal(
        okOf(await discontinueCase(deps, people.signatory, { id, reason: '段階がなくなりました。' })),
        'discontinued',
      );
    });

    test('a submitted case goes on under the version it was filed under', async () => {
      const before = await aWorld(await open());
      const { id } = await aSubmittedCase(before);
      const deps = { ...before.deps, scheme: okOf(await loadScheme(before.deps, secondScheme)) };
      const { fee } = okOf(await acceptCase(deps, before.people.officerA, { id }));
      equal(fee.currency, before.scheme.currency);
      equal(okOf(await findCase(deps, before.people.officerA, id)).version.sha256, before.deps.scheme.sha256);
    });
  });
});
