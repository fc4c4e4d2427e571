import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startShirushi, type RunningShirushi } from './running-shirushi.ts';

const [SIGNATORY, AGENT] = ['signatory@vendor.example', 'window@agent.example'] as const;

type Party = { readonly kind: 'vendor' | 'agent'; readonly mail: string; readonly role: string };

async function register({ json }: RunningShirushi, { kind, mail, role }: Party): Promise<string> {
  const organisation = await json('organisation', 'register', '--kind', kind, '--name', mail, '--address', '東京都');
  const id = String(organisation['id']);
  await json('person', 'register', '--name', mail, '--mail', mail, '--role', role, '--organisation', id);
  return id;
}

test('an agent acts for a vendor from the mandate to its revocation, and not a moment longer', async () => {
  const shirushi = await startShirushi({ scheme: 'scheme' });
  try {
    const vendor = await register(shirushi, { kind: 'vendor', mail: SIGNATORY, role: 'vendor-signatory' });
    const agent = await register(shirushi, { kind: 'agent', mail: AGENT, role: 'agent' });
    const apply = ['apply', 'examples/home-gateway/application.json', '--as', AGENT, '--for', vendor, '--lang', 'en'];
    assert.match((await shirushi.command(...apply)).errors, /There is nothing by that number, or you may not see it/);

    const mandate = await shirushi.json('mandate', 'give', '--to', agent, '--as', SIGNATORY);
    const drafted = await shirushi.json(...apply);
    const number = String(drafted['applicationNumber']);
    const shown = await shirushi.json('case', 'show', number, '--as', AGENT);
    assert.equal((shown['row'] as { state: string }).state, 'draft');

    await shirushi.json('mandate', 'revoke', String(mandate['id']), '--as', SIGNATORY, '--reason', 'contract ended');
    const afterwards = await shirushi.command('case', 'show', number, '--as', AGENT, '--lang', 'en');
    assert.equal(afterwards.exit, 1);
    assert.match(afterwards.errors, /There is nothing by that number/);
    assert.equal((await shirushi.command('case', 'show', number, '--as', SIGNATORY)).exit, 0);
  } finally {
    await shirushi.stop();
  }
});
