import { appendPublication } from '../../src/app/label/append-publication.ts';
import { indexLabels } from '../../src/app/label/index-labels.ts';
import type { LabelId } from '../../src/core/kernel/ids.ts';
import { ok } from '../../src/core/kernel/result.ts';
import type { Database } from '../../src/db/database.ts';
import { appendEvent } from '../../src/db/events.ts';
import { lockLabel, saveLabelPublished, type LabelRow } from '../../src/db/labels.ts';
import { transact, type Tx } from '../../src/db/transact.ts';
import { aGrantedCase } from '../../testing/builders/cases.ts';
import { aWorld, okOf } from '../../testing/builders/world.ts';

type Publications = {
  readonly logged: () => Promise<unknown>;
  readonly unlogged: () => Promise<unknown>;
  readonly bare: () => Promise<unknown>;
};

/** One and the same label published again and again: with its log entry, and without. */
export async function publications(db: Database): Promise<Publications> {
  const world = await aWorld(db);
  const { deps } = world;
  const { number } = (await aGrantedCase(world)).label;
  const { rows } = await db.pool.query<{ id: LabelId }>('select id from labels where number = $1', [number]);
  const id = rows[0]?.id as LabelId;
  const at = world.clock.now();
  await db.pool.query('create table bare_commits (n int)');
  const again = async (): Promise<void> => {
    await db.pool.query('update labels set published_at = null where id = $1', [id]);
  };
  const locked = async (tx: Tx): Promise<LabelRow> => {
    const row = await lockLabel(tx, id);
    if (row === undefined) throw new Error('the label is gone');
    await saveLabelPublished(tx, id, at);
    return row;
  };
  const logged = async (): Promise<typeof again> => {
    const act = async (tx: Tx) => appendPublication(deps, tx, await locked(tx), { at, by: undefined });
    okOf(await transact(db, act));
    return again;
  };
  const unlogged = async (): Promise<typeof again> => {
    await transact(db, async (tx) => {
      const label = await locked(tx);
      const subject = { kind: 'label', id };
      await Promise.all([
        indexLabels(deps, tx, [{ ...label, published_at: at }]),
        appendEvent(tx, { at, act: 'label.publish', actor: undefined, subject, detail: { number } }),
      ]);
      return ok(true);
    });
    return again;
  };
  const bare = async (): Promise<void> => {
    await db.pool.query('insert into bare_commits values (1)');
  };
  return { logged, unlogged, bare };
}
