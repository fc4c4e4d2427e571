import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { logLabels } from '../bench/export/logged-labels.ts';
import { makeCredentials } from '../src/app/credential/make-credentials.ts';
import { exportRegister } from '../src/app/static-export/export-register.ts';
import { StoredPages } from '../src/app/stored-page/stored-pages.ts';
import { manyLabels } from '../testing/builders/many-labels.ts';
import { okOf, type World } from '../testing/builders/world.ts';
import { eachDatabase } from '../testing/database.ts';
import { equal } from '../testing/equal.ts';
import { exportToolsOf } from '../testing/export-tools.ts';
import { folderInMemory } from '../testing/midnight/folder-in-memory.ts';
import { PUBLIC_SURFACES, type ManyLabelled } from '../testing/midnight/public-surfaces.ts';
import { aPublicSite } from '../testing/public-site.ts';
import { RUNNING } from '../testing/static-copy.ts';

/**
 * Labels that end together, one granted by the acts and the others copied from it; and labels that do not end. Ten thousand
 * take minutes: `SHIRUSHI_MIDNIGHT_LABELS=10000 npm test -- journeys/midnight.test.ts`.
 */
const TOGETHER = { server: 1_000, embedded: 200 } as const;
const WANTED = Number(process.env['SHIRUSHI_MIDNIGHT_LABELS'] ?? 0);
const OTHERS = 100;
/** Labels whose own pages and credentials are looked at. */
const LOOKED_AT = 40;

/** The last instant before each midnight and midnight itself, what the labels are then, and whether what was stored holds. */
const MOMENTS = [
  ['2028-03-31T14:59:59.999999999Z', 'valid', false],
  ['2028-03-31T15:00:00Z', 'in_grace', false],
  ['2028-04-30T14:59:59.999999999Z', 'in_grace', true],
  ['2028-04-30T15:00:00Z', 'lapsed', false],
] as const;

/** Pages in two languages, and data. */
const STORED_KINDS = 3;

const NO_LIMIT = { burst: 1e9, perSecond: 1e9 };

async function filled(world: World, together: number): Promise<readonly string[]> {
  await manyLabels(world, together - 1, { issuedOn: world.today() });
  world.clock.set('2028-03-01T03:00:00Z');
  await manyLabels(world, OTHERS - 1, { issuedOn: world.today() });
  await logLabels(world);
  equal(okOf(await makeCredentials(world.deps, RUNNING)), { made: together + OTHERS, differing: 0 });
  const { rows } = await world.deps.db.pool.query<{ number: string }>(
    `select number from labels where valid_until = '2028-03-31' order by number collate "C"`,
  );
  return rows.map(({ number }) => number);
}

/** What is dear to make ten thousand times, or of ten thousand labels, and looked at elsewhere. */
const DEAR = /^\/(en\/)?(labels|makers|types|l|L|api\/v1\/labels|api\/v1\/dump)\//;

/** The public side of which only the data of some labels is made; what else would be made is told by its address. */
function cheapSide(world: World, some: readonly string[]): ReturnType<typeof exportToolsOf>['sideOf'] {
  const { sideOf } = exportToolsOf('midnight');
  const own = new Set(some.map((number) => `/labels/${number}.json`));
  // A proof holds a checkpoint with one signature, that of the log.
  const cheap = (path: string): Response => new Response(`${path} on ${world.today().toString()}\n— signed\n`);
  return (deps) => {
    const side = sideOf(deps);
    return {
      ask: (path) => (DEAR.test(path) && !own.has(path) ? Promise.resolve(cheap(path)) : side.ask(path)),
    };
  };
}

/** Pages of a site as they are answered: what is stored, or else what is made, which is then stored. */
function storedFirst(stored: StoredPages, made: (path: string) => Promise<string>) {
  const counts = { stored: 0 };
  const page = async (path: string): Promise<string> => {
    const [, english, number, data] = /^(\/en)?\/labels\/([^/.]+)(\.json)?$/.exec(path) ?? [];
    if (number === undefined) return made(path);
    const kind = data !== undefined ? 'json' : english === undefined ? 'page.ja' : 'page.en';
    const found = await stored.find(number, kind);
    if (found === undefined) return made(path);
    counts.stored += 1;
    return gunzipSync(found.body).toString();
  };
  return { page, counts };
}

eachDatabase((kind, open) => {
  const together = WANTED > 0 ? WANTED : TOGETHER[kind];
  describe(`at midnight in Tokyo ${String(together)} labels end at once with nobody acting`, () => {
    let register: ManyLabelled;
    let world: World;
    let stored: StoredPages;
    let answered: ReturnType<typeof storedFirst>;
    before(async () => {
      const site = await aPublicSite(await open(), (deps) => {
        stored = new StoredPages(deps, {
          edition: Promise.resolve('1'),
          report: (error) => assert.fail(String(error)),
        });
        return { stored, searchLimit: NO_LIMIT, apiLimit: NO_LIMIT };
      });
      world = site.world;
      answered = storedFirst(stored, site.page);
      const numbers = await filled(world, together);
      equal(numbers.length, together);
      const every = Math.floor(together / LOOKED_AT);
      const post = async (path: string, body: string): Promise<string> => {
        const answer = await site.get(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
        equal(answer.status, 200);
        return answer.text();
      };
      const some = numbers.filter((_number, place) => place % every === 0);
      register = { world, page: answered.page, post, numbers, some, others: OTHERS };
    });

    for (const [moment, state, isStored] of MOMENTS) {
      test(`all are ${state} at ${moment}, wherever the public looks`, async () => {
        world.clock.set(moment);
        answered.counts.stored = 0;
        for (const [name, { shows, expected }] of Object.entries(PUBLIC_SURFACES)) {
          equal(await shows(register), expected(register, state), name);
        }
        await stored.settle();
        equal(answered.counts.stored, isStored ? STORED_KINDS * register.some.length : 0);
      });
    }

    test('the static copy remakes exactly those, just after midnight', async () => {
      const folder = folderInMemory();
      const means = { folder, sideOf: cheapSide(world, register.some), edition: '1' };
      const own = new Set(register.numbers.map((number) => `labels/${number}.json`));
      const data = /^labels\/[^/]+\.json$/;
      for (const [moment, state] of MOMENTS) {
        const isFirst = state === 'valid';
        world.clock.set(moment);
        const { made } = okOf(await exportRegister(world.deps, means, RUNNING));
        const written = folder.takeWritten().filter((file) => data.test(file));
        const isMidnight = moment.endsWith(':00Z');
        equal(made, isFirst ? together + OTHERS : isMidnight ? together : 0, moment);
        if (isMidnight)
          equal(
            written.filter((file) => !own.has(file)),
            [],
          );
        if (isMidnight) assert.ok(written.length === together, `${String(written.length)} were written`);
        for (const number of register.some) {
          const bytes = folder.files.get(`labels/${number}.json`);
          const shown = JSON.parse(new TextDecoder().decode(bytes)) as { readonly status: { readonly state: string } };
          equal(shown.status.state, state);
        }
      }
    });
  });
});
