import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { aGrantedCase } from '../../../testing/builders/cases.ts';
import { manyLabels, type MadeLabel } from '../../../testing/builders/many-labels.ts';
import { aWorld, type World } from '../../../testing/builders/world.ts';
import { eachDatabase } from '../../../testing/database.ts';
import { equal } from '../../../testing/equal.ts';
import { countTypes } from './count-types.ts';
import { indexWaitingLabels } from './index-waiting-labels.ts';
import { labelLineJson } from './label-json.ts';
import { searchLabels, type FoundLabels, type SearchWish } from './search-labels.ts';
import { suggestModels } from './suggest-models.ts';

const COUNT = 3_000;

describe('the search over many labels', () => {
  eachDatabase((_kind, open) => {
    let world: World;
    let made: readonly MadeLabel[];
    const find = (wish: Partial<SearchWish>): Promise<FoundLabels> =>
      searchLabels(world.deps, { text: '', limit: 100, ...wish });
    const numbers = ({ labels }: FoundLabels): readonly string[] => labels.map(({ record }) => record.number);
    before(async () => {
      world = await aWorld(await open());
      made = await manyLabels(world, COUNT);
    });

    test('a label is found by any part of what is printed on it, however rare or frequent', async () => {
      for (const label of [made[0], made[1_500], made.at(-1)]) {
        assert.ok(label);
        const [model = ''] = label.models;
        for (const text of [
          model,
          model.replace('-', ''),
          model.toLowerCase(),
          label.number,
          label.number.slice(3, 9),
        ]) {
          assert.ok(numbers(await find({ text })).includes(label.number), `${text} for ${label.number}`);
        }
        const both = await find({ text: `${label.maker} ${model}` });
        assert.ok(numbers(both).includes(label.number), `${label.maker} ${model}`);
      }
    });

    test('words of one, two and three characters find every label that holds them, counted up to a thousand', async () => {
      for (const text of ['錠', '防犯', 'スマートロック', '照明', '出雲']) {
        const holds = made.filter((label) =>
          [label.maker, label.product, label.description].some((words) => words.includes(text)),
        ).length;
        const { total } = await find({ text });
        if (holds > 1_000) equal(total, { count: 1_000, isExact: false }, text);
        else assert.ok(total.isExact && total.count >= holds, `${text}: ${String(total.count)} of ${String(holds)}`);
      }
    });

    test('the maker is found with its legal form before, after, or left out, and counted once for all spellings', async () => {
      const { maker } = made.find((label) => label.maker.startsWith('株式会社')) ?? { maker: '' };
      const bare = maker.replace('株式会社', '');
      const counts = await Promise.all(
        [maker, bare, `${bare}株式会社`, `㈱${bare}`].map(async (text) => (await find({ text })).total.count),
      );
      equal(new Set(counts).size, 1);
      assert.ok((counts[0] ?? 0) > 0);
    });

    test('words that mean the same find each other, as the scheme says', async () => {
      const [camera, watch] = [await find({ text: 'ネットワークカメラ' }), await find({ text: '監視カメラ' })];
      assert.ok(camera.total.count > 0);
      equal(watch.total, camera.total);
    });

    test('the exact model comes first, then those that begin with it, valid ones before lapsed ones', async () => {
      const { models, number } = made.find((label) => label.models.length === 2 && label.issuedOn.year < 2025) ?? {
        models: [],
        number: '',
      };
      const [short = '', long = ''] = models;
      equal(numbers(await find({ text: short }))[0], number);
      equal(numbers(await find({ text: long }))[0], number);
      const { labels } = await find({ text: '照明' });
      const places = labels.map(({ state }) => ['valid', 'in_grace', 'lapsed'].indexOf(state));
      equal(
        places,
        [...places].sort((one, other) => one - other),
      );
    });

    test('filters narrow down, and their counts are what they lead to', async () => {
      const whole = await find({ text: 'スマートロック 出雲' });
      assert.ok(whole.total.isExact && whole.total.count > 0);
      for (const { facet, value, count } of whole.facets) {
        const wish: Partial<SearchWish> =
          facet === 'state' ? { state: value as 'valid' } : { chosen: { [facet]: value } };
        equal((await find({ text: 'スマートロック 出雲', ...wish })).total.count, count, `${facet} ${value}`);
      }
      equal((await find({ supportedUntil: world.today().add({ years: 90 }) })).total.count, 0);
    });

    test('pages follow each other without repeating a label', async () => {
      const first = await find({ text: '照明', limit: 20 });
      const second = await find({ text: '照明', limit: 20, offset: 20 });
      const both = await find({ text: '照明', limit: 40 });
      equal([...numbers(first), ...numbers(second)], numbers(both));
    });

    test('as of a day, only what was public then is found, in the state of that day', async () => {
      const middle = made[1_500];
      assert.ok(middle);
      const day = middle.issuedOn;
      const [model = ''] = middle.models;
      equal(numbers(await find({ text: model, asOf: day.subtract({ days: 1 }) })).includes(middle.number), false);
      const then = await find({ text: model, asOf: day });
      equal(then.labels.find(({ record }) => record.number === middle.number)?.state, 'valid');
      const oldest = made[0];
      assert.ok(oldest);
      const [first = ''] = oldest.models;
      equal((await find({ text: first, asOf: oldest.issuedOn })).labels[0]?.state, 'valid');
      equal((await find({ text: first })).labels[0]?.state, 'lapsed');
      const future = await find({ text: model, asOf: world.today().add({ years: 1 }) });
      equal(future.on.toString(), world.today().toString());
    });

    test('a state alone finds what is in it, near and far from today', async () => {
      for (const state of ['valid', 'in_grace', 'lapsed'] as const) {
        const { labels, total } = await find({ state });
        assert.ok(total.count > 0, state);
        assert.ok(labels.every((label) => label.state === state));
      }
    });

    test('a model number with one slip leads to the published ones near it', async () => {
      const [model = ''] = made[42]?.models ?? [];
      const slip = `${model.slice(0, -1)}?`.replace('?', 'Q');
      assert.ok((await suggestModels(world.deps, slip)).includes(model), slip);
      const letters = model.replaceAll('0', 'O').replaceAll('1', 'l');
      assert.ok((await suggestModels(world.deps, letters)).includes(model), letters);
      equal(await suggestModels(world.deps, 'QQQQQQ-0'), []);
      equal(await suggestModels(world.deps, 'no digits here'), []);
    });

    test('signs of the query language and of patterns are letters like any other', async () => {
      for (const text of ["' | '", "\\'", '%', '_', '!', '&', ':*', "a'b\\c", '%%%%', '|照明|']) {
        const { total } = await find({ text });
        assert.ok(total.count >= 0, text);
      }
      equal((await find({ text: 'A_B%C_D' })).total.count, 0);
      equal((await find({ chosen: { maker_key: "x' | 'y" } })).total.count, 0);
    });

    test('a list says the same of labels by what is kept for lists and by their whole records', async () => {
      const lines = async (): Promise<readonly object[]> =>
        (await find({ text: '照明', limit: 20 })).labels.map((label) =>
          labelLineJson(label, 'https://label.example.jp'),
        );
      const kept = await lines();
      equal(kept.length, 20);
      await world.deps.db.pool.query('delete from label_lines');
      equal(await lines(), kept);
    });

    test('every product type is told with all its labels', async () => {
      const { rows } = await world.deps.db.pool.query<{ type: string }>(
        'select product_type as type from label_search',
      );
      for (const { type, total } of await countTypes(world.deps)) {
        const count = rows.filter((row) => row.type === type.id).length;
        equal(total, { count: Math.min(count, 1_000), isExact: count <= 1_000 }, type.id);
      }
      assert.ok(rows.length > COUNT);
    });

    test('labels that older rules indexed are made findable again, in their old places', async () => {
      const { pool } = world.deps.db;
      const before = numbers(await find({ text: '照明' }));
      await pool.query(`update label_search set edition = 'old', text_key = '', grams = ''`);
      equal((await find({ text: '照明' })).total.count, 0);
      const { signal } = new AbortController();
      const [one, other] = await Promise.all([
        indexWaitingLabels(world.deps, signal),
        indexWaitingLabels(world.deps, signal),
      ]);
      equal(one + other, COUNT + 1, 'two processes that start together do it once');
      equal(numbers(await find({ text: '照明' })), before);
      equal(await indexWaitingLabels(world.deps, new AbortController().signal), 0);
    });
  });
});

eachDatabase((_kind, open) => {
  test('a label under embargo is not found before its day', async () => {
    const world = await aWorld(await open());
    const wishedOn = world.today().add({ days: 7 });
    await aGrantedCase(world, { answers: { 'publication.wishedOn': wishedOn } });
    equal((await searchLabels(world.deps, { text: 'HGW', limit: 10 })).total.count, 0);
  });

  test('a label whose maker has a name as long as allowed, of characters that fold into many, is granted and found', async () => {
    const world = await aWorld(await open());
    const name = Array.from({ length: 200 }, (_, at) =>
      String.fromCodePoint(at % 2 ? 0xfdfa : 0x3300 + (at % 88)),
    ).join('');
    await world.deps.db.pool.query('update organisations set name = $1 where id = $2', [
      name,
      world.organisations.vendor,
    ]);
    const { label } = await aGrantedCase(world, { answers: { 'vendor.name': name } });
    const found = await searchLabels(world.deps, { text: name.slice(0, 3), limit: 10 });
    equal(
      found.labels.map(({ record }) => record.number),
      [label.number],
    );
    const maker = found.facets.find(({ facet }) => facet === 'maker_key')?.value ?? '';
    equal((await searchLabels(world.deps, { text: '', chosen: { maker_key: maker }, limit: 10 })).total.count, 1);
  });

  test('a label with more models than the index holds is found by each of their numbers', async () => {
    const world = await aWorld(await open());
    const { label } = await aGrantedCase(world);
    await world.deps.db.pool.query(`update label_search set grams = ''`);
    const [{ number: model } = { number: '' }] = (await world.deps.db.pool.query('select number from label_models'))
      .rows as { number: string }[];
    const found = await searchLabels(world.deps, { text: model, limit: 10 });
    equal(
      found.labels.map(({ record }) => record.number),
      [label.number],
    );
  });
});
