import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { aGrantedCase } from '../../../testing/builders/cases.ts';
import { aWorld, okOf, SYSTEM, type World } from '../../../testing/builders/world.ts';
import { eachDatabase } from '../../../testing/database.ts';
import { equal } from '../../../testing/equal.ts';
import { secondScheme } from '../../../testing/schemes.ts';
import { refusedWithoutTrace } from '../../../testing/without-trace.ts';
import { PUBLIC } from '../../core/access/actor.ts';
import type { LabelId } from '../../core/kernel/ids.ts';
import { canonicalJson } from '../../core/log/canonical-json.ts';
import { findLabelOfCase } from '../../db/labels.ts';
import { downloadArtwork, type ArtworkRequest } from './download-artwork.ts';
import { findLabel } from './find-label.ts';
import { publishDueLabels } from './publish-due-labels.ts';
import { publishLabel } from './publish-label.ts';
import { searchLabels } from './search-labels.ts';

const artwork = (number: string): ArtworkRequest => ({
  number,
  format: 'svg',
  variant: 'horizontal',
  language: 'ja',
  resolution: 300,
});
const later = Temporal.PlainDate.from('2026-06-01');
const embargoed = { answers: { 'publication.wishedOn': later } };

type LogEntry = {
  readonly index: number;
  readonly at: Temporal.Instant;
  readonly subject: string;
  readonly entry: string;
};

async function logOf(world: World): Promise<readonly LogEntry[]> {
  return world.deps.db.kysely
    .selectFrom('public_log')
    .select(['index', 'at', 'subject', 'entry'])
    .where('kind', '=', 'label-published')
    .orderBy('index')
    .execute();
}

describe('a label just granted (DOMAIN §5, §6)', () => {
  eachDatabase((_kind, open) => {
    let world: World;
    before(async () => {
      world = await aWorld(await open());
    });

    test('is public at once: its entry in the public log holds its stored record, byte for byte', async () => {
      const { deps } = world;
      const { id, label } = await aGrantedCase(world);
      equal([label.isPublished, label.publishOn], [true, world.today()]);
      const row = await findLabelOfCase(deps.db.kysely, id);
      const entry = (await logOf(world)).find(({ subject }) => subject === label.number)?.entry ?? '';
      assert.ok(entry.includes(`"record":${row?.record ?? '?'}`), 'the entry does not hold the record as stored');
      equal(
        entry,
        canonicalJson({
          kind: 'label-published',
          number: label.number,
          publishedAt: world.clock.now().toString(),
          record: JSON.parse(row?.record ?? '') as unknown,
        }),
      );
    });

    test('holds two years from the day of grant in the zone of the scheme, last day inclusive', async () => {
      const { label } = await aGrantedCase(world);
      const { record } = okOf(await findLabel(world.deps, label.number));
      equal(record.validity, {
        from: Temporal.PlainDate.from('2026-04-01'),
        until: Temporal.PlainDate.from('2028-03-31'),
        graceDays: 30,
      });
    });

    test('may hold shorter, with the reason on record', async () => {
      const validUntil = Temporal.PlainDate.from('2026-12-31');
      const { label } = await aGrantedCase(world, { proposal: { validUntil, reason: 'サポートが短いため' } });
      equal(okOf(await findLabel(world.deps, label.number)).record.validity.until, validUntil);
    });

    test('is found by its number in any width, case and hyphenation, and by maker, product and model', async () => {
      const { deps } = world;
      const { label } = await aGrantedCase(world, { models: [{ number: 'ZQX-99/B' }] });
      const typed = label.number.toLowerCase().replaceAll('-', ' ').replaceAll('0', '０');
      equal(okOf(await findLabel(deps, typed)).record.number, label.number);
      for (const text of ['zqx99', 'ＺＱＸ－９９', label.number, 'みなと ほーむげーとうぇい ZQX-99/B']) {
        const { labels } = await searchLabels(deps, { text, limit: 10 });
        equal(
          labels.map(({ record }) => record.number),
          [label.number],
          text,
        );
      }
    });

    test('is told apart from a number with a slip and from one that was never given', async () => {
      const { label } = await aGrantedCase(world);
      const last = label.number.at(-1) ?? '';
      const slip = label.number.slice(0, -1) + (last === 'A' ? 'B' : 'A');
      equal(await findLabel(world.deps, slip), { ok: false, error: { code: 'wrong_check_character' } });
      equal(await findLabel(world.deps, 'no number at all'), { ok: false, error: { code: 'no_such_label' } });
    });
  });
});

describe('a label under embargo (DOMAIN §5: published on the wished date)', () => {
  eachDatabase((_kind, open) => {
    test('is unknown to the public, to the register and to the log until its day, then public by the job, once', async () => {
      const world = await aWorld(await open());
      const { deps, clock, people } = world;
      const { id, label } = await aGrantedCase(world, embargoed);
      const row = await findLabelOfCase(deps.db.kysely, id);
      const labelId = row?.id ?? ('' as LabelId);
      equal([label.isPublished, label.publishOn], [false, later]);
      equal(await logOf(world), []);
      equal(await findLabel(deps, label.number), { ok: false, error: { code: 'no_such_label' } });
      equal((await searchLabels(deps, { text: label.number, limit: 10 })).labels, []);
      equal((await searchLabels(deps, { text: '', limit: 10 })).labels, []);

      for (const actor of [SYSTEM, people.officerA]) {
        const embargo = { code: 'under_embargo', until: later };
        await refusedWithoutTrace(deps.db, () => publishLabel(deps, actor, labelId), embargo);
      }
      for (const actor of [PUBLIC, people.stranger]) {
        await refusedWithoutTrace(deps.db, () => publishLabel(deps, actor, labelId), { code: 'no_such_subject' });
      }
      equal(await publishDueLabels(deps, SYSTEM), { published: 0, unpublished: [] });

      clock.set('2026-05-31T15:00:00Z');
      const runs = await Promise.all([publishDueLabels(deps, SYSTEM), publishDueLabels(deps, SYSTEM)]);
      equal(
        runs.reduce((sum, { published }) => sum + published, 0),
        1,
      );
      const shown = okOf(await findLabel(deps, label.number));
      equal([shown.state, shown.publishedAt, String(shown.record.validity.from)], ['valid', clock.now(), '2026-04-01']);
      equal(
        (await logOf(world)).map(({ index, at, subject }) => [index, at, subject]),
        [[1, clock.now(), label.number]],
      );
      await refusedWithoutTrace(deps.db, () => publishLabel(deps, SYSTEM, labelId), {
        code: 'wrong_state',
        action: 'label.publish',
        state: 'valid',
        from: ['scheduled'],
      });
    });

    test('ends with its validity at the latest, and is published as what it has become if the job came late', async () => {
      const world = await aWorld(await open());
      const { deps, clock, people } = world;
      const wishedOn = Temporal.PlainDate.from('2040-01-01');
      const { label } = await aGrantedCase(world, { answers: { 'publication.wishedOn': wishedOn } });
      equal(String(label.publishOn), '2028-03-31');
      clock.set('2028-04-10T00:00:00Z');
      const refused = await downloadArtwork(deps, people.signatory, artwork(label.number));
      equal(refused, { ok: false, error: { code: 'artwork_not_available', state: 'in_grace' } });
      equal(await publishDueLabels(deps, SYSTEM), { published: 1, unpublished: [] });
      equal(okOf(await findLabel(deps, label.number)).state, 'in_grace');
      equal(await publishDueLabels(deps, SYSTEM), { published: 0, unpublished: [] });
    });
  });
});

describe('the artwork of a label (DOMAIN §6)', () => {
  eachDatabase((_kind, open) => {
    test('is for its holder while scheduled or valid, to the last day of validity, and for nobody else', async () => {
      const world = await aWorld(await open());
      const { deps, clock, people } = world;
      const { label } = await aGrantedCase(world, embargoed);
      const download = (by: keyof World['people']) => downloadArtwork(deps, people[by], artwork(label.number));
      const svg = new TextDecoder().decode(okOf(await download('editor')));
      assert.match(svg, /^<svg/);
      equal((await download('agent')).ok, true);
      equal(await download('stranger'), { ok: false, error: { code: 'no_such_subject' } });
      const notPermitted = await download('reviewer');
      equal(notPermitted.ok ? undefined : notPermitted.error.code, 'not_permitted');
      const missing = await downloadArtwork(deps, people.editor, artwork('S1-26-99999-0'));
      equal(missing, { ok: false, error: { code: 'no_such_subject' } });

      clock.set('2026-06-01T00:00:00Z');
      await publishDueLabels(deps, SYSTEM);
      clock.set('2028-03-31T14:59:59Z');
      equal((await download('signatory')).ok, true);
      for (const [moment, state] of [
        ['2028-03-31T15:00:00Z', 'in_grace'],
        ['2028-04-30T15:00:00Z', 'lapsed'],
      ] as const) {
        clock.set(moment);
        equal(await download('signatory'), { ok: false, error: { code: 'artwork_not_available', state } });
        equal(okOf(await findLabel(deps, label.number)).state, state);
      }
    });
  });
});

describe('another scheme', () => {
  eachDatabase((_kind, open) => {
    test('grants by its own numbers, fees, zone and validity: in Auckland the day has begun, and nothing expires', async () => {
      const world = await aWorld(await open(), { scheme: secondScheme, at: '2026-03-31T12:00:00Z' });
      const { label } = await aGrantedCase(world);
      assert.match(label.number, /^SEAL 2026\.0001 \d\d$/);
      const shown = okOf(await findLabel(world.deps, label.number.toLowerCase().replace(/[ .]/g, '')));
      equal(String(shown.record.validity.from), '2026-04-01');
      world.clock.advance({ years: 50 });
      equal(okOf(await findLabel(world.deps, shown.record.number)).state, 'valid');
    });
  });
});
