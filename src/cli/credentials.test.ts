import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { serveForBrowser } from '../../testing/browser.ts';
import { aGrantedCase } from '../../testing/builders/cases.ts';
import { okOf, type World } from '../../testing/builders/world.ts';
import { eachDatabase } from '../../testing/database.ts';
import { equal } from '../../testing/equal.ts';
import { aPublicSite } from '../../testing/public-site.ts';
import { scratchDirectory } from '../../testing/scratch.ts';
import { makeCredentials } from '../app/credential/make-credentials.ts';
import type { ActCommand, CommandContext } from './command.ts';
import { keyList } from './key-list.ts';
import { keyRevoke } from './key-revoke.ts';
import { keyRotate } from './key-rotate.ts';
import { logRetireKey } from './log-retire-key.ts';
import { logRotateKey } from './log-rotate-key.ts';
import { plainText } from './plain-text.ts';
import { UsageError } from './read-option.ts';
import { verify } from './verify.ts';

type Values = Readonly<Record<string, string | readonly string[]>>;

/** What a command printed, and how it ended. */
type Typed = { readonly exit: number; readonly text: string };

const NOW = Temporal.Instant.from('2026-04-02T00:00:00Z');

async function typed(directory: string, run: (context: CommandContext) => Promise<number>, now = NOW): Promise<Typed> {
  const lines: string[] = [];
  const print = (line: string): void => void lines.push(plainText(line));
  const shown = { language: 'en', json: false, directory, schemeDirectory: '/', print, printError: print } as const;
  try {
    return { exit: await run({ ...shown, now: () => now }), text: lines.join('\n') };
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return { exit: error.exit, text: [...lines, error.message].join('\n') };
  }
}

const verifying = (folder: string, target: string, values: Values = {}, now = NOW): Promise<Typed> =>
  typed(folder, (context) => verify.run(context, { positionals: [target], values }), now);

const acting = ({ deps }: World, command: ActCommand, ...positionals: string[]): Promise<Typed> =>
  typed('/', (context) => command.run({ ...context, deps }, { positionals, values: { reason: 'stolen' } }));

eachDatabase((_kind, open) => {
  test('a credential is verified with its status from a register, and from files without asking anybody', async () => {
    const { world, app } = await aPublicSite(await open());
    const { label } = await aGrantedCase(world);
    const served = await serveForBrowser((request) => app.fetch(request));
    const folder = scratchDirectory();
    const address = `${served.address}/labels/${label.number}`;
    try {
      const early = await verifying(folder, address);
      equal(early.exit, 1);
      assert.match(early.text, /\[FAILED\] This is no signed credential that can be used \(.*: 503\)/);
      okOf(await makeCredentials(world.deps, new AbortController().signal));
      const at = await verifying(folder, address);
      equal(at.exit, 0, at.text);
      assert.match(at.text, /\[\?\] The issuer’s keys are from the register itself/);
      for (const said of [
        'It is about the record that was logged',
        'valid on 2026-04-02',
        'not revoked',
        'not suspended',
      ])
        assert.ok(at.text.includes(said), said);

      const keep = async (path: string, name: string): Promise<void> =>
        writeFile(join(folder, name), await (await fetch(`${served.address}${path}`)).text());
      await keep(`/labels/${label.number}/credential`, 'label.vc.jwt');
      await keep('/issuer', 'issuer.json');
      await keep('/status/revocation/0', 'revocation.jwt');
      await keep('/status/suspension/0', 'suspension.jwt');
      const pinned = await verifying(folder, address, { issuer: 'issuer.json' });
      assert.doesNotMatch(pinned.text, /issuer’s keys are from the register/);
    } finally {
      served.close();
    }
    const kept = { issuer: 'issuer.json', status: ['revocation.jwt', 'suspension.jwt'] };
    const offline = await verifying(folder, 'label.vc.jwt', kept);
    equal(offline.exit, 0, offline.text);
    assert.doesNotMatch(offline.text, /\[\?\]/);
    assert.match(offline.text, /Result: proven\./);
    const alone = await verifying(folder, 'label.vc.jwt', { issuer: 'issuer.json' });
    assert.match(alone.text, /\[\?\] Whether the label was revoked is not known[\s\S]*Result: not settled\./);
    assert.doesNotMatch(alone.text, /Result: proven/);
    const inGrace = await verifying(folder, 'label.vc.jwt', { ...kept, on: '2028-04-15' });
    equal([alone.exit, inGrace.exit], [3, 3], inGrace.text);
    const later = await verifying(folder, 'label.vc.jwt', { ...kept, on: '2028-05-01' });
    equal([later.exit, /not valid on 2028-05-01 \(lapsed\)/.test(later.text)], [1, true], later.text);
    const stale = await verifying(folder, 'label.vc.jwt', kept, Temporal.Instant.from('2026-05-01T00:00:00Z'));
    assert.match(stale.text, /\[FAILED\] A status list cannot be believed \(list_out_of_date\)/);
    const bare = await verifying(folder, 'label.vc.jwt');
    equal([bare.exit, /with --issuer/.test(bare.text)], [2, true]);
    equal((await verifying(folder, 'label.vc.jwt', { issuer: 'none.json' })).exit, 2);
    equal((await verifying(folder, 'label.vc.jwt', { issuer: 'label.vc.jwt' })).exit, 1);
  });

  test('the key is changed, listed and revoked on the command line', async () => {
    const { world } = await aPublicSite(await open());
    const before_ = await acting(world, keyList);
    const [, old = ''] = /^(\S+): signs since/.exec(before_.text) ?? [];
    const refused = await acting(world, keyRevoke, old);
    equal([refused.exit, /Change it first/.test(refused.text)], [1, true]);
    const rotated = await acting(world, keyRotate);
    equal(rotated.exit, 0, rotated.text);
    assert.ok(rotated.text.includes(`stays verifiable: ${old}`), rotated.text);
    equal((await acting(world, keyRevoke, old)).exit, 0);
    const { text } = await acting(world, keyList);
    assert.match(text, new RegExp(`${old}: REVOKED[\\s\\S]*: signs since`));
    const events = await world.deps.db.kysely.selectFrom('events').select(['act', 'reason']).orderBy('id').execute();
    equal(
      events.filter(({ act }) => act.startsWith('issuer-key.')),
      [
        { act: 'issuer-key.rotate', reason: null },
        { act: 'issuer-key.revoke', reason: 'stolen' },
      ],
    );
  });

  test('the key of the public log is changed on the command line, and both keys are shown until the old one retires', async () => {
    const { world, get } = await aPublicSite(await open());
    await aGrantedCase(world);
    const keys = async (): Promise<readonly string[]> => (await (await get('/log/vkey')).text()).trim().split('\n');
    const [old = ''] = await keys();
    const early = await acting(world, logRetireKey);
    equal([early.exit, /Give it another first/.test(early.text)], [1, true]);
    const rotated = await acting(world, logRotateKey);
    equal(rotated.exit, 0, rotated.text);
    const [first, joining = ''] = await keys();
    equal([first, rotated.text.includes(joining)], [old, true]);
    assert.match(await (await get('/en/log')).text(), /Further key, which will take over/);
    const twice = await acting(world, logRotateKey);
    equal([twice.exit, /Retire the old one first/.test(twice.text)], [1, true]);
    equal((await acting(world, logRetireKey)).exit, 0);
    equal(await keys(), [joining]);
  });
});
