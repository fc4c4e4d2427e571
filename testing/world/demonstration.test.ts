import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { openDiskFiles } from '../../src/adapters/disk-files.ts';
import { japaneseWorkingDays } from '../../src/adapters/japanese-working-days.ts';
import { randomIds } from '../../src/adapters/random-ids.ts';
import { confirmDecision } from '../../src/app/case/confirm-decision.ts';
import { resolveCase } from '../../src/app/case/find-case.ts';
import { submitCase } from '../../src/app/case/submit-case.ts';
import { findLabel } from '../../src/app/label/find-label.ts';
import { findActor } from '../../src/app/parties/find-actor.ts';
import type { Deps } from '../../src/app/ports.ts';
import { loadScheme } from '../../src/app/scheme/load-scheme.ts';
import { labelStateOn } from '../../src/core/attestation/label-lifecycle.ts';
import type { CaseId } from '../../src/core/kernel/ids.ts';
import type { Scheme } from '../../src/core/scheme/scheme.ts';
import type { Database } from '../../src/db/database.ts';
import { message } from '../../src/i18n/message.ts';
import { eachDatabase } from '../database.ts';
import { equal } from '../equal.ts';
import { japaneseScheme, secondScheme } from '../schemes.ts';
import { scratchDirectory } from '../scratch.ts';
import { okOf } from '../builders/world.ts';
import { issuerKeysInMemory } from '../issuer-keys.ts';
import { TEST_LOG } from '../test-signer.ts';
import { SimulatedClock } from './clock.ts';
import { beginningOf, buildDemonstration, isDemonstrationBuilt } from './demonstration.ts';
import type { StoryAct } from './endings.ts';
import { countingIds } from './ids.ts';
import { worldLevels } from './levels.ts';
import { planStories } from './plan-stories.ts';
import type { DemonstrationSummary } from './summary.ts';
import { worldCalendar } from './world-calendar.ts';

const now = Temporal.Instant.from('2026-11-20T01:30:00Z');
const today = Temporal.PlainDate.from('2026-11-20');

async function depsOn(db: Database, scheme: Scheme, ids = countingIds()): Promise<Deps> {
  const clock = new SimulatedClock(now);
  const files = await openDiskFiles(scratchDirectory());
  const begun = { db, clock: new SimulatedClock('2024-01-01T00:00:00Z'), ...TEST_LOG };
  const version = okOf(await loadScheme(begun, scheme));
  const baseUrl = 'http://localhost';
  const kept = { files, ...TEST_LOG, issuerKeys: issuerKeysInMemory() };
  return { db, clock, ids, ...kept, workingDays: japaneseWorkingDays, scheme: version, baseUrl };
}

const EVENTS: Readonly<Record<StoryAct, readonly string[]>> = {
  open: ['case.open'],
  'fill-half': ['case.edit'],
  fill: ['case.edit'],
  import: ['case.open', 'case.edit', 'case.submit'],
  submit: ['case.submit'],
  return: ['case.return'],
  answer: ['case.edit', 'case.submit'],
  decline: ['case.decline'],
  accept: ['case.accept'],
  'request-provisional': ['case.request-provisional'],
  pay: ['case.record-payment'],
  'propose-grant': ['case.propose-decision'],
  'propose-refusal': ['case.propose-decision'],
  withdraw: ['case.withdraw-proposal'],
  confirm: ['case.confirm-decision'],
  discontinue: ['case.discontinue'],
  expire: ['case.discontinue'],
};

function expectedHistories(): readonly string[] {
  const levels = worldLevels(japaneseScheme, today);
  const at = { today, workingDays: japaneseWorkingDays };
  const calendar = worldCalendar(japaneseScheme, levels.firstParty, at);
  const stories = planStories({ scheme: japaneseScheme, calendar, levels });
  return stories.map(({ steps }) => steps.flatMap(({ act }) => EVENTS[act]).join(' ')).sort();
}

function counted(values: readonly string[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}

async function caseNamed(
  deps: Deps,
  summary: DemonstrationSummary,
  key: string,
): Promise<{ id: CaseId; mail: string }> {
  const suggestion = summary.suggestions.find((candidate) => candidate.key === key);
  const id = await resolveCase(deps, String(suggestion?.params['number']));
  if (id === undefined) throw new Error(`${key} names no case`);
  return { id, mail: String(suggestion?.params['mail']) };
}

let firstSummary: DemonstrationSummary | undefined;

eachDatabase((kind, open) => {
  let deps: Deps;
  let summary: DemonstrationSummary;
  const progress: string[] = [];

  before(async () => {
    deps = await depsOn(await open(), japaneseScheme);
    equal(await isDemonstrationBuilt(deps), false);
    summary = await buildDemonstration(deps, {
      now,
      onProgress: (done, total, what) => progress.push(`${String(done)}/${String(total)} ${what.en}`),
    });
  });

  test('every state a case can reach has its cases', async () => {
    const rows = await deps.db.kysely.selectFrom('cases').select('state').execute();
    equal(counted(rows.map(({ state }) => state)), {
      draft: 3,
      submitted: 2,
      returned: 1,
      accepted: 2,
      awaiting_decision: 4,
      granted: 20,
      refused: 1,
      not_accepted: 1,
      discontinued: 2,
    });
  });

  test('every state of a label has its labels', async () => {
    const rows = await deps.db.kysely.selectFrom('labels').selectAll().execute();
    const states = rows.map((row) => {
      const validity = { from: row.issued_on, until: row.valid_until ?? undefined, graceDays: row.grace_days };
      return labelStateOn({ validity, isPublished: row.published_at !== null }, today);
    });
    equal(counted(states), { valid: 16, in_grace: 1, lapsed: 1, scheduled: 2 });
  });

  test('each case has exactly the events of what was done in it, in the order it was done', async () => {
    const rows = await deps.db.kysely
      .selectFrom('events')
      .select(['subject_id', 'act'])
      .where('subject_kind', '=', 'case')
      .orderBy('id')
      .execute();
    const histories = new Map<string, string[]>();
    for (const { subject_id: id, act } of rows) histories.set(id, [...(histories.get(id) ?? []), act]);
    equal([...histories.values()].map((acts) => acts.join(' ')).sort(), expectedHistories());
  });

  test('events lie in the order of their time, from the beginning of the world to now', async () => {
    const rows = await deps.db.kysely.selectFrom('events').select(['at', 'act']).orderBy('id').execute();
    const times = rows.map(({ at }) => at);
    assert.ok(times.length > 250);
    for (const [place, at] of times.entries()) {
      const previous = times[place - 1];
      if (previous !== undefined) assert.ok(Temporal.Instant.compare(previous, at) <= 0, rows[place]?.act ?? '');
    }
    equal(times[1], beginningOf(deps, now));
    equal(times.at(-1), now);
  });

  test('every file a receipt lists is in the file store, with the size it lists', async () => {
    const rows = await deps.db.kysely.selectFrom('submission_files').select(['sha256', 'size']).execute();
    assert.ok(rows.length > 200);
    for (const { sha256, size } of rows) {
      let bytes = 0;
      for await (const chunk of (await deps.files.open(sha256)) ?? []) bytes += chunk.length;
      equal(bytes, size);
    }
  });

  test('progress is told after each act and ends at its total', () => {
    const total = progress.length;
    assert.ok(total > 200);
    equal(
      progress.map((line) => line.slice(0, line.indexOf(' '))),
      progress.map((_line, place) => `${String(place + 1)}/${String(total)}`),
    );
  });

  test('the summary names a label and a case for each reason to look at one', async () => {
    equal(
      summary.labels.map(({ interest, state }) => `${interest} ${state}`),
      [
        'many-models valid',
        'recognised valid',
        'near-expiry valid',
        'in-grace in_grace',
        'lapsed lapsed',
        'scheduled scheduled',
        'valid valid',
      ],
    );
    equal(summary.cases.length, 12);
    const many = await findLabel(deps, summary.labels[0]?.number ?? '');
    assert.ok(many.ok && many.value.record.models.length >= 120);
    const scheduled = await findLabel(deps, summary.labels[5]?.number ?? '');
    equal(scheduled, { ok: false, error: { code: 'no_such_label' } });
  });

  test('every suggestion reads well in both languages', () => {
    equal(summary.suggestions.length, 9);
    for (const { key, params } of summary.suggestions) {
      for (const language of ['ja', 'en'] as const) assert.ok(message(language, key, params).length > 20);
    }
  });

  test('the world is built again with other identifiers: the numbers and all that is told stay the same', async () => {
    if (firstSummary === undefined) {
      const again = await depsOn(await open(), japaneseScheme, randomIds(new SimulatedClock(now)));
      firstSummary = await buildDemonstration(again, { now });
    }
    equal(summary, firstSummary);
  });

  test('the suggested person can submit the finished draft, and the suggested officer can confirm the grant', async () => {
    deps = { ...deps, clock: new SimulatedClock(now) };
    equal(await isDemonstrationBuilt(deps), true);
    const draft = await caseNamed(deps, summary, 'demonstration.try.submit');
    const signatory = await findActor(deps, draft.mail);
    assert.ok(signatory);
    const { version } = await deps.db.kysely
      .selectFrom('cases')
      .select('version')
      .where('id', '=', draft.id)
      .executeTakeFirstOrThrow();
    const receipt = await submitCase(deps, signatory, { id: draft.id, version });
    assert.ok(receipt.ok, JSON.stringify(receipt));

    const proposed = await caseNamed(deps, summary, 'demonstration.try.confirm');
    const officer = await findActor(deps, proposed.mail);
    assert.ok(officer);
    const decided = await confirmDecision(deps, officer, { id: proposed.id });
    assert.ok(decided.ok && decided.value.outcome === 'grant', JSON.stringify(decided));
  });

  if (kind === 'server') return;

  test('an interrupted building does not count as built', async () => {
    const broken = await depsOn(await open(), japaneseScheme);
    const onProgress = (done: number): void => {
      if (done === 20) throw new Error('interrupted');
    };
    await assert.rejects(buildDemonstration(broken, { now, onProgress }), /interrupted/);
    equal(await isDemonstrationBuilt(broken), false);
  });

  test('another scheme has its world too, with its own levels, types, terms and numbers', async () => {
    const other = await depsOn(await open(), secondScheme);
    const told = await buildDemonstration(other, { now });
    const interests = told.cases.map(({ interest }) => interest);
    assert.ok(interests.includes('in-review'), interests.join());
    for (const { number } of told.labels) assert.match(number, /^SEAL \d{4}\.\d{4} \d{2}$/);
  });
});
