import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import type { Acknowledgement } from '../bench/kill/acknowledgement.ts';
import { startActing } from '../bench/kill/acting-process.ts';
import { openPlace, type Place } from '../bench/kill/place.ts';
import { chanceFrom } from '../bench/measure/chance.ts';
import type { Database } from '../src/db/database.ts';
import { fromStoredApplication } from '../src/formats/application-form/stored-application.ts';
import { fromStoredScheme } from '../src/formats/scheme-files/stored-scheme.ts';
import { copyEmbeddedTemplate } from '../testing/embedded-template.ts';
import { equal } from '../testing/equal.ts';

const ROUNDS = 5;

type Found = {
  readonly version: number;
  readonly application: string;
  /** The content of the scheme version the draft is under. */
  readonly scheme: string;
  readonly acts: readonly { readonly at: string; readonly act: string }[];
  /** The criteria set the last carry-over led to, and the name of the last file brought, as the history has them. */
  readonly after: string | null;
  readonly from: string | null;
};

async function find(db: Database): Promise<Found> {
  const { rows } = await db.pool.query<Found>(
    `with history as (select * from events where subject_kind = 'case')
     select version, application, content as scheme,
       (select jsonb_agg(jsonb_build_object('at', to_json(at), 'act', act) order by id) from history) as acts,
       (select detail ->> 'after' from history where act = 'case.carry-over' order by id desc limit 1) as after,
       (select detail ->> 'from' from history where detail ->> 'from' is not null order by id desc limit 1) as from
     from cases join scheme_versions on sha256 = drafted_under`,
  );
  const [found] = rows;
  if (found === undefined || rows.length > 1) throw new Error(`${rows.length} drafts were found`);
  return found;
}

/** What a draft must be according to its own history: every part of it from the same act, none from half of one. */
function assertWhole({ version, application, scheme, acts, after, from }: Found): void {
  equal(version, acts.length, 'a change without its event, or an event without its change');
  const { answers, models, determinations } = fromStoredApplication(application);
  const set = fromStoredScheme(scheme).criteriaSets.find(({ level }) => level === 's1');
  if (after !== null) equal(`${set?.id ?? ''} ${set?.version ?? ''}`, after);
  const known = new Set(set?.criteria.map(({ id }) => id));
  equal(
    determinations.filter(({ criterion }) => !known.has(criterion ?? '')),
    [],
  );
  if (from === null) return;
  const number = from.replace('.xlsx', '');
  equal(
    [answers['product.name'], answers['product.nameEn'], models],
    [`製品 ${number}`, `Product ${number}`, [{ number: `M-${number}` }]],
  );
}

function assertKept({ acts }: Found, told: readonly Acknowledgement[], kills: number): void {
  const moment = (at: string): number => Temporal.Instant.from(at).epochMilliseconds;
  const found = new Map(acts.map(({ at, act }) => [moment(at), act]));
  const ofDraft = told.flatMap(({ at, events }) => events.map(({ act }) => ({ at, act })));
  const expected = ofDraft.filter(({ act }) => act.startsWith('case.'));
  for (const { at, act } of expected) equal(found.get(moment(at)), act, `acknowledged at ${at}`);
  const more = acts.length - expected.length;
  assert.ok(more >= 0 && more <= kills, `${more} acts nobody was told of after ${kills} kills`);
}

describe('killed while a draft is carried over to a newer form and continued from a file', () => {
  test('everything acknowledged is there, nothing is half done, and the next process goes on', async () => {
    const place: Place = { directory: await copyEmbeddedTemplate(), databaseUrl: undefined };
    const chance = chanceFrom(7);
    const told: Acknowledgement[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const acting = startActing(place, round, 'change-drafts-until-killed.ts');
      await acting.reached('ready');
      await acting.acknowledges(8 + Math.floor(chance() * 8));
      await pause(chance() * 30);
      told.push(...(await acting.kill()));
      equal(acting.failure(), undefined);
      const db = await openPlace(place);
      const found = await find(db);
      await db.close();
      assertWhole(found);
      assertKept(found, told, round + 1);
    }
    for (const act of ['case.carry-over', 'case.edit']) {
      const times = told.filter(({ events }) => events.some((event) => event.act === act)).length;
      assert.ok(times >= ROUNDS * 3, `${act} was acknowledged ${times} times only`);
    }
  });
});
