import { confirmDecision } from '../../src/app/case/confirm-decision.ts';
import { compareSearch } from '../../src/app/label/compare-search.ts';
import { indexWaitingLabels } from '../../src/app/label/index-waiting-labels.ts';
import { publishDueLabels } from '../../src/app/label/publish-due-labels.ts';
import { takeSnapshots } from '../../src/app/open-data/take-snapshots.ts';
import { loadScheme } from '../../src/app/scheme/load-scheme.ts';
import { sha256Of } from '../../src/app/sha256.ts';
import { toStoredScheme } from '../../src/formats/scheme-files/stored-scheme.ts';
import { aGrantedCase, aProposedCase } from '../builders/cases.ts';
import { SYSTEM, type World } from '../builders/world.ts';
import { RUNNING, rowOf, type RegisterWrite } from './register-write.ts';

/** What of a case's label is public, counted. */
const PUBLIC = `select count(labels)::int as labels, count(labels.published_at)::int as published,
  (select count(*) from public_log where subject = any(array_agg(labels.number)))::int as entries
  from labels where case_id = any($1)`;

const atTheGrant: RegisterWrite = {
  files: ['case/confirm-decision.ts'],
  writes: ['commit'],
  arrange: async (world) => {
    const { id } = await aProposedCase(world);
    return {
      run: (deps) => confirmDecision(deps, world.people.officerC, { id }),
      outcome: () => rowOf(world, PUBLIC, [[id]]),
      expected: { labels: 1, published: 1, entries: 1 },
    };
  },
};

async function embargoed(world: World): Promise<string> {
  const wished = world.today().add({ months: 2 });
  const { id } = await aGrantedCase(world, { answers: { 'publication.wishedOn': wished } });
  await world.deps.db.pool.query('update labels set publish_on = issued_on where case_id = $1', [id]);
  return id;
}

const onTheWishedDay: RegisterWrite = {
  files: ['label/publish-label.ts'],
  writes: ['commit', 'commit'],
  arrange: async (world) => {
    const ids = [await embargoed(world), await embargoed(world)];
    return {
      run: (deps) => publishDueLabels(deps, SYSTEM),
      outcome: () => rowOf(world, PUBLIC, [ids]),
      expected: { labels: 2, published: 2, entries: 2 },
    };
  },
};

let edition = 0;

const criteria: RegisterWrite = {
  files: ['scheme/load-scheme.ts'],
  writes: ['commit'],
  arrange: (world) => {
    edition += 1;
    const terms = world.scheme.terms.map((one) => ({ ...one, version: `${one.version}.${String(edition)}` }));
    const scheme = { ...world.scheme, terms };
    const sha256 = sha256Of(toStoredScheme(scheme));
    return Promise.resolve({
      run: (deps) => loadScheme(deps, scheme),
      outcome: () =>
        rowOf(
          world,
          `select (select count(*) from scheme_versions where sha256 = $1)::int as versions,
            (select count(*) from public_log where subject = $1)::int as entries,
            (select count(*) from events where act = 'scheme.load' and detail->>'version' = $1)::int as events`,
          [sha256],
        ),
      expected: { versions: 1, entries: 1, events: 1 },
    });
  },
};

const findable: RegisterWrite = {
  files: ['label/index-waiting-labels.ts'],
  writes: ['commit'],
  arrange: async (world) => {
    await aGrantedCase(world);
    await world.deps.db.pool.query(`update label_search set edition = 'older'`);
    return {
      run: (deps) => indexWaitingLabels(deps, RUNNING),
      outcome: () =>
        rowOf(
          world,
          `select count(*) filter (where edition = 'older')::int as older,
            count(*) - (select count(*) from labels where published_at is not null) as others from label_search`,
        ),
      expected: { older: 0, others: 0 },
    };
  },
};

const compared: RegisterWrite = {
  files: ['label/compare-search.ts'],
  writes: ['commit'],
  arrange: async (world) => {
    await aGrantedCase(world);
    await world.deps.db.pool.query(`update label_search set maker = 'somebody'`);
    return {
      run: (deps) => compareSearch(deps, RUNNING),
      outcome: () => rowOf(world, `select count(*)::int as edited from label_search where maker = 'somebody'`),
      expected: { edited: 0 },
    };
  },
};

const snapshot: RegisterWrite = {
  files: ['open-data/take-snapshots.ts'],
  writes: ['file', 'file', 'commit'],
  arrange: async (world) => {
    const day = world.today().toString();
    await aGrantedCase(world);
    world.clock.advance({ hours: 24 });
    return {
      run: (deps) => takeSnapshots(deps, RUNNING),
      outcome: async () => {
        const { sha256, ...counts } = await rowOf(
          world,
          `select max(snapshots.sha256) as sha256, count(*)::int as snapshots, count(files)::int as files,
            (select count(*) from public_log where subject = 'list:' || $1)::int as entries
          from snapshots left join files on files.sha256 = list_sha256 where day = $1::date`,
          [day],
        );
        return { ...counts, stored: await world.deps.files.has(sha256 as Parameters<typeof world.deps.files.has>[0]) };
      },
      expected: { snapshots: 1, files: 1, entries: 1, stored: true },
    };
  },
};

/** What is written with an entry of the public log, or follows from one. */
export const LOG_WRITES: Readonly<Record<string, RegisterWrite>> = {
  'publication at the grant': atTheGrant,
  'publication on the wished day': onTheWishedDay,
  'criteria in force': criteria,
  'a label made findable': findable,
  'what labels are found by, mended': compared,
  'the day’s snapshot and list': snapshot,
};
