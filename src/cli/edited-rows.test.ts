import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { aGrantedCase } from '../../testing/builders/cases.ts';
import { aWorld, okOf, type World } from '../../testing/builders/world.ts';
import { bytesOf } from '../../testing/bytes-of.ts';
import { eachDatabase } from '../../testing/database.ts';
import { equal } from '../../testing/equal.ts';
import { TEST_TOOLS } from '../../testing/log-in-memory.ts';
import { findCredential } from '../app/credential/find-credential.ts';
import { makeCredentials } from '../app/credential/make-credentials.ts';
import { compareSearch } from '../app/label/compare-search.ts';
import { dumpLabels } from '../app/label/dump-labels.ts';
import { findLabel } from '../app/label/find-label.ts';
import { indexWaitingLabels } from '../app/label/index-waiting-labels.ts';
import { labelJson, labelLineJson } from '../app/label/label-json.ts';
import { listMakers } from '../app/label/list-makers.ts';
import { lookUpLabels } from '../app/label/look-up-labels.ts';
import { searchLabels } from '../app/label/search-labels.ts';
import { suggestModels } from '../app/label/suggest-models.ts';
import { readLog, readTile } from '../app/log/read-log.ts';
import { dumpLines } from '../app/open-data/dump-register.ts';
import { schemeVersionOf } from '../app/scheme/find-scheme-version.ts';
import type { Sha256 } from '../core/kernel/ids.ts';
import { parseTilePath } from '../formats/tlog-tiles/tile-path.ts';
import { auditRegister, isProven } from '../verify/index.ts';

/**
 * What becomes of a value somebody writes into a column by hand: no reader sees anything of it, an audit from outside sees
 * it, or the nightly comparison does and writes the row anew.
 */
type Outcome = 'unseen' | 'audited' | 'compared';

/** A version of a scheme whose content is not what its hash says. */
const OTHER_VERSION = 'ab'.repeat(32) as Sha256;

/** Keys that tie rows to each other, and the place that says in which order equally good finds come. */
const KEY = undefined;

const EDITS: Readonly<Record<string, Readonly<Record<string, readonly [set: string, outcome: Outcome] | typeof KEY>>>> =
  {
    labels: {
      id: KEY,
      case_id: KEY,
      vendor: ['(select id from organisations where id <> vendor limit 1)', 'unseen'],
      number: [`'S1-26-99999-0'`, 'audited'],
      number_key: [`'S126999990'`, 'audited'],
      level: [`'s4'`, 'unseen'],
      scheme_version: [`'${OTHER_VERSION}'`, 'unseen'],
      issued_on: [`date '2020-01-01'`, 'unseen'],
      valid_until: [`date '2040-01-01'`, 'unseen'],
      grace_days: ['9999', 'unseen'],
      publish_on: [`date '2040-01-01'`, 'unseen'],
      published_at: [`published_at - interval '1 year'`, 'audited'],
      record: [`replace(record, '"level":"s1"', '"level":"s4"')`, 'audited'],
    },
    label_models: {
      label_id: KEY,
      position: ['position + 7', 'compared'],
      number: [`'HGW-700X'`, 'compared'],
      model_key: [`'HGW700X'`, 'compared'],
    },
    label_search: {
      position: KEY,
      label_id: KEY,
      edition: [`'another'`, 'unseen'],
      text_key: [`'NOTHING'`, 'compared'],
      model_keys: [`'|NOTHING|'`, 'compared'],
      level: [`'s4'`, 'compared'],
      product_type: [`'toaster'`, 'compared'],
      evaluator: [`'nobody'`, 'compared'],
      recognition: [`'everywhere'`, 'compared'],
      maker_key: [`'somebodyelse'`, 'compared'],
      maker: [`'誰か'`, 'compared'],
      maker_en: [`'Somebody'`, 'compared'],
      handles_personal_data: ['not coalesce(handles_personal_data, false)', 'compared'],
      support_ends_on: [`date '2099-01-01'`, 'compared'],
      published_on: [`date '2000-01-01'`, 'compared'],
      valid_until: [`date '2000-01-01'`, 'compared'],
      grace_until: [`date '2000-01-01'`, 'compared'],
      grams: [`array_to_tsvector(array['nothing'])`, 'compared'],
    },
    label_lines: {
      label_id: KEY,
      line: [`jsonb_set(line, '{level}', '"s4"')`, 'compared'],
    },
  };

const NEVER = new AbortController().signal;

async function textOf(parts: AsyncIterable<string | Uint8Array>): Promise<string> {
  let text = '';
  for await (const part of parts) text += typeof part === 'string' ? part : new TextDecoder().decode(part);
  return text;
}

/** All that readers are told of a label and of the register, by every way that asks the database. */
async function seenBy({ deps, today }: World, number: string): Promise<string> {
  const found = await findLabel(deps, number);
  const told = found.ok ? labelJson(found.value, deps.baseUrl, undefined) : found.error;
  const searches = [];
  for (const wish of [
    { text: 'HGW-700' },
    { text: '', chosen: { level: 's1' } },
    { text: '', chosen: { level: 's4' } },
  ]) {
    const { labels, total, facets } = await searchLabels(deps, { ...wish, limit: 10 });
    searches.push([labels.map((label) => labelLineJson(label, deps.baseUrl)), total, facets]);
  }
  const looked = [];
  for await (const one of lookUpLabels(deps, [number]))
    looked.push([one.code, one.code === 'found' && one.label.level]);
  const lists = [await listMakers(deps, { after: '', limit: 10 }), await suggestModels(deps, 'HGW-700J')];
  const data = await textOf(dumpLines(deps, today()));
  return JSON.stringify([told, searches, looked, lists, data]);
}

/** Whether an audit from outside finds the register to be what its log says. */
async function isSound({ deps }: World): Promise<boolean> {
  const log = (await readLog(deps)) ?? assert.fail('there is no log');
  const dumped = await textOf(dumpLabels(deps));
  const source = {
    checkpoint: () => Promise.resolve(log.checkpoint),
    tile: async (path: string) => {
      const tile = parseTilePath(path);
      return tile.ok ? readTile(deps, tile.value) : undefined;
    },
    labels: () => bytesOf(dumped),
  };
  return isProven((await auditRegister(source, { key: log.verifierKey }, TEST_TOOLS)).steps);
}

describe('a row edited in the database by hand', () => {
  eachDatabase((_kind, open) => {
    let world: World;
    let number: string;
    before(async () => {
      world = await aWorld(await open());
      number = (await aGrantedCase(world)).label.number;
      await aGrantedCase(world);
      await world.deps.db.pool.query(
        `insert into scheme_versions (sha256, scheme, content, loaded_at) values ($1, 'other', '{}', now())`,
        [OTHER_VERSION],
      );
    });

    test('cannot put other words into a version of the scheme: its hash is logged with each label', async () => {
      const { deps } = world;
      await assert.rejects(schemeVersionOf(deps, deps.db.kysely, OTHER_VERSION), /is not what it was/);
    });

    test('is known for every column that what readers see is made from', async () => {
      for (const [table, columns] of Object.entries(EDITS)) {
        const { rows } = await world.deps.db.pool.query<{ column_name: string }>(
          `select column_name from information_schema.columns where table_name = $1 order by column_name`,
          [table],
        );
        equal(
          rows.map((row) => row.column_name),
          Object.keys(columns).sort(),
          table,
        );
      }
    });

    const edits = Object.entries(EDITS).flatMap(([table, columns]) =>
      Object.entries(columns).flatMap(([column, edit]) => (edit === KEY ? [] : [[table, column, ...edit] as const])),
    );
    for (const [table, column, set, outcome] of edits) {
      test(`${table}.${column}: ${outcome}`, async () => {
        const { pool } = world.deps.db;
        const { rows } = await pool.query<{ id: string; kept: string }>(
          `select id, row_to_json(labels)::text as kept from labels where number = $1`,
          [number],
        );
        const [{ id, kept } = assert.fail()] = rows;
        const before_ = await seenBy(world, number);
        await pool.query(
          `update ${table} set ${column} = ${set} where ${table === 'labels' ? 'id' : 'label_id'} = $1`,
          [id],
        );
        try {
          const isUnseen = (await seenBy(world, number)) === before_;
          equal([await isSound(world), isUnseen || outcome !== 'unseen'], [outcome !== 'audited', true]);
          if (outcome === 'audited') assert.ok(!isUnseen, 'an edit that nobody sees shows nothing here');
          const { mended, numbers } = await compareSearch(world.deps, NEVER);
          if (outcome === 'compared') equal([mended, numbers], [1, [number]]);
        } finally {
          const back = `(json_populate_record(null::labels, $1::json)).${column}`;
          if (table === 'labels') await pool.query(`update labels set ${column} = ${back} where id = $2`, [kept, id]);
          await indexWaitingLabels(world.deps, NEVER);
          await compareSearch(world.deps, NEVER);
        }
        equal([await seenBy(world, number), await isSound(world)], [before_, true]);
      });
    }

    test('gives no credential of another level than the one that is logged', async () => {
      const { deps } = world;
      await deps.db.pool.query(`update labels set level = 's4' where number = $1`, [number]);
      equal(okOf(await makeCredentials(deps, NEVER)), { made: 2, differing: 0 });
      const [, payload = ''] = ((await findCredential(deps, number)) ?? '').split('.');
      assert.match(Buffer.from(payload, 'base64url').toString(), /"level":"s1".*"stars":1/);
    });
  });
});
