import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { compactVerify, createLocalJWKSet, decodeProtectedHeader, type JSONWebKeySet } from 'jose';
import { aGrantedCase } from '../../../testing/builders/cases.ts';
import { aWorld, okOf, SYSTEM, type World } from '../../../testing/builders/world.ts';
import { credentialFaults, shownList } from '../../../testing/credential-faults.ts';
import { eachDatabase } from '../../../testing/database.ts';
import { equal } from '../../../testing/equal.ts';
import { refusedWithoutTrace } from '../../../testing/without-trace.ts';
import { PUBLIC } from '../../core/access/actor.ts';
import { refused } from '../../core/kernel/result.ts';
import { listIssuerKeys } from '../../db/issuer-keys.ts';
import type { LabelStatus } from '../../db/label-credentials.ts';
import { transact } from '../../db/transact.ts';
import { publishDueLabels } from '../label/publish-due-labels.ts';
import type { Deps } from '../ports.ts';
import { sha256Of } from '../sha256.ts';
import { appendLabelStatus } from './append-label-status.ts';
import { findCredential } from './find-credential.ts';
import { listKeys } from './list-keys.ts';
import { makeCredentials } from './make-credentials.ts';
import { readIssuerKeySet } from './read-issuer.ts';
import { readStatusList } from './read-status-list.ts';
import { revokeKey } from './revoke-key.ts';
import { rotateKey } from './rotate-key.ts';

const NEVER = new AbortController().signal;
const make = async (deps: Deps) => okOf(await makeCredentials(deps, NEVER));

describe('credentials of labels (W3C VC 2.0, VC-JOSE-COSE, Bitstring Status List)', () => {
  eachDatabase((_kind, open) => {
    let world: World;
    let deps: Deps;
    before(async () => {
      world = await aWorld(await open());
      ({ deps } = world);
    });

    test('are signed once for each published label, and stay byte for byte what they are', async () => {
      const { label } = await aGrantedCase(world);
      equal(await findCredential(deps, label.number), undefined, 'an act does not wait for its credential');
      equal(await make(deps), { made: 1, differing: 0 });
      const first = await findCredential(deps, label.number);
      equal(await credentialFaults(deps, label.number), []);
      world.clock.advance({ hours: 1 });
      equal(await make(deps), { made: 0, differing: 0 });
      equal(await findCredential(deps, label.number), first);
    });

    test('are understood by another library with the key set, and hold nothing the public record does not', async () => {
      const { label } = await aGrantedCase(world);
      await make(deps);
      const text = (await findCredential(deps, label.number)) ?? '';
      const keys = (await readIssuerKeySet(deps)) as JSONWebKeySet;
      const { payload, protectedHeader } = await compactVerify(text, createLocalJWKSet(keys));
      equal([protectedHeader.typ, protectedHeader.alg], ['vc+jwt', 'EdDSA']);
      const said = JSON.parse(new TextDecoder().decode(payload)) as Record<string, unknown>;
      equal(said['validFrom'], '2026-04-01T00:00:00+09:00');
      equal(said['validUntil'], '2028-04-01T00:00:00+09:00');
      const subject = said['credentialSubject'] as Readonly<Record<string, unknown>>;
      equal([subject['graceUntil'], subject['levelName']], ['2028-04-30', { ja: '☆1', en: '☆1 (level 1)' }]);
      const rows = await deps.db.pool.query<{ record: string }>('select record from labels where number = $1', [
        label.number,
      ]);
      equal(subject['recordSha256'], sha256Of(rows.rows[0]?.record ?? ''));
      const public_ = rows.rows[0]?.record ?? '';
      const told = ['number', 'scheme', 'level', 'productType', 'productName', 'vendorName', 'models', 'criteria']
        .concat('criteriaVersion', 'labelFrom', 'labelUntil', 'supportUntil')
        .map((member) => JSON.stringify(subject[member]));
      const others = ['id', 'type', 'stars', 'levelName', 'graceUntil', 'recordSha256'];
      equal(Object.keys(subject).length, told.length + others.length, 'a member nobody has thought about');
      for (const text of told.join().match(/(?<=[:[,])"[^"]*"(?!:)/g) ?? []) assert.ok(public_.includes(text), text);
    });

    test('are not made of a label under embargo, and are once it is published', async () => {
      const wished = world.today().add({ months: 2 });
      const { label } = await aGrantedCase(world, { answers: { 'publication.wishedOn': wished } });
      equal(await make(deps), { made: 0, differing: 0 });
      equal(await findCredential(deps, label.number), undefined);
      world.clock.advance({ hours: 24 * 62 });
      await publishDueLabels(deps, SYSTEM);
      await make(deps);
      equal(await credentialFaults(deps, label.number), []);
    });

    test('are refused for a row that somebody changed behind the log’s back, and the others go on', async () => {
      const { label } = await aGrantedCase(world);
      const { label: later } = await aGrantedCase(world);
      const change = (from: string, to: string): Promise<unknown> =>
        deps.db.pool.query('update labels set record = replace(record, $2, $3) where number = $1', [
          label.number,
          from,
          to,
        ]);
      await change('"level":"s1"', '"level":"s4"');
      equal(await make(deps), { made: 1, differing: 1 });
      equal([await findCredential(deps, label.number), await credentialFaults(deps, later.number)], [undefined, []]);
      equal(await make(deps), { made: 0, differing: 1 }, 'it is told until the row is mended');
      await change('"level":"s4"', '"level":"s1"');
      equal(await make(deps), { made: 1, differing: 0 });
      equal(await credentialFaults(deps, label.number), []);
      equal(await make(deps), { made: 0, differing: 0 });
    });

    test('outlive a change of the key, which the next ones are signed with', async () => {
      const { label: old } = await aGrantedCase(world);
      await make(deps);
      const before_ = await findCredential(deps, old.number);
      const rotated = okOf(await rotateKey(deps, SYSTEM));
      const { label: next } = await aGrantedCase(world);
      await make(deps);
      equal(await findCredential(deps, old.number), before_);
      equal([await credentialFaults(deps, old.number), await credentialFaults(deps, next.number)], [[], []]);
      const kid = (text: string | undefined): unknown => decodeProtectedHeader(text ?? '').kid;
      equal([kid(before_), kid(await findCredential(deps, next.number))], [rotated.before, rotated.key]);
      equal(
        okOf(await listKeys(deps, SYSTEM)).map(({ state }) => state),
        ['retired', 'signs'],
      );
    });

    test('by a key whose secret came out are believed no more, and are signed anew', async () => {
      const { label } = await aGrantedCase(world);
      await make(deps);
      const stolen = (await findCredential(deps, label.number)) ?? '';
      const kid = decodeProtectedHeader(stolen).kid ?? '';
      await refusedWithoutTrace(deps.db, () => revokeKey(deps, SYSTEM, { key: kid, reason: 'x' }), {
        code: 'issuer_key_signs',
      });
      okOf(await rotateKey(deps, SYSTEM));
      okOf(await revokeKey(deps, SYSTEM, { key: kid, reason: 'the disk was stolen' }));
      equal(await credentialFaults(deps, label.number, stolen), ['signature key_revoked']);
      equal(await findCredential(deps, label.number), undefined);
      const { made } = await make(deps);
      assert.ok(made >= 2, `only ${String(made)} were signed anew`);
      equal(await credentialFaults(deps, label.number), []);
      const again = { key: kid.slice(kid.indexOf('#') + 1), reason: '' };
      equal(await revokeKey(deps, SYSTEM, again), refused({ code: 'issuer_key_revoked' }));
      equal(await revokeKey(deps, SYSTEM, { key: 'nothing', reason: '' }), refused({ code: 'no_such_subject' }));
    });

    test('go on with the old key when a change of the key is cut off in the middle', async () => {
      const keys = await listIssuerKeys(deps.db.kysely);
      const cut: Deps = {
        ...deps,
        clock: {
          now: () => {
            throw new Error('the power went out');
          },
        },
      };
      await assert.rejects(rotateKey(cut, SYSTEM), /power/);
      equal(await listIssuerKeys(deps.db.kysely), keys);
      const { label } = await aGrantedCase(world);
      await make(deps);
      equal(await credentialFaults(deps, label.number), []);
      okOf(await rotateKey(deps, SYSTEM));
    });

    test('can have their key changed by administrators and at the machine only, and what does not sign changes nothing', async () => {
      for (const actor of [world.people.officerA, world.people.signatory, PUBLIC]) {
        const changing = await rotateKey(deps, actor);
        equal(changing.ok ? 'ok' : changing.error.code, 'not_permitted');
        equal((await revokeKey(deps, actor, { key: 'x', reason: '' })).ok, false);
        equal((await listKeys(deps, actor)).ok, false);
      }
      okOf(await rotateKey(deps, world.people.administrator));
      const broken = { code: 'issuer_key_unusable', place: 'slot 1', trouble: 'unplugged' } as const;
      const unplugged: Deps = {
        ...deps,
        issuerKeys: {
          create: () => Promise.resolve(refused(broken)),
          open: () => Promise.resolve(refused(broken)),
        },
      };
      await refusedWithoutTrace(deps.db, () => rotateKey(unplugged, SYSTEM), broken);
      await aGrantedCase(world);
      const cause = { code: 'credential_not_signed', cause: 'slot 1: unplugged' };
      await refusedWithoutTrace(deps.db, () => makeCredentials(unplugged, NEVER), cause);
      equal(await readStatusList(unplugged, 'revocation', 0), refused(cause));
      await make(deps);
    });

    test('stand in status lists that a later act only has to flip, and whose bytes change with that alone', async () => {
      const { label } = await aGrantedCase(world);
      await aGrantedCase(world);
      await make(deps);
      const set = async (status: LabelStatus): Promise<void> => {
        const at = deps.clock.now();
        okOf(await transact(deps.db, (tx) => appendLabelStatus(deps, tx, label.number, { ...status, at })));
      };
      const none = await shownList(deps, 'suspension');
      world.clock.advance({ minutes: 10 });
      equal(await shownList(deps, 'suspension'), none);
      await set({ isRevoked: false, isSuspended: true });
      equal(await credentialFaults(deps, label.number), ['suspension']);
      await set({ isRevoked: true, isSuspended: false });
      equal(await credentialFaults(deps, label.number), ['revocation']);
      await set({ isRevoked: false, isSuspended: false });
      equal(await credentialFaults(deps, label.number), []);
      equal(await readStatusList(deps, 'revocation', 1), undefined, 'the log does not reach a second list');
      world.clock.advance({ hours: 24 });
      assert.ok((await shownList(deps, 'suspension')) !== none, 'a new day, a new list');
    });

    test('by several processes at once are made once', async () => {
      await aGrantedCase(world);
      await aGrantedCase(world);
      await aGrantedCase(world);
      const all = await Promise.all([make(deps), make(deps), make(deps)]);
      equal(
        all.reduce((sum, { made }) => sum + made, 0),
        3,
      );
    });

    test('are made for a new address of the register, whose labels then have another issuer', async () => {
      const { label } = await aGrantedCase(world);
      await make(deps);
      const moved: Deps = { ...deps, baseUrl: 'https://elsewhere.example.jp' };
      equal(await findCredential(moved, label.number), undefined);
      const { made } = await make(moved);
      assert.ok(made > 5);
      equal(await credentialFaults(moved, label.number), []);
      equal(await credentialFaults(deps, label.number), []);
    });
  });
});
