import assert from 'node:assert/strict';
import { test } from 'node:test';
import { okOf } from '../../testing/builders/world.ts';
import { eachDatabase } from '../../testing/database.ts';
import { equal } from '../../testing/equal.ts';
import { MIGRATIONS } from '../../testing/migrations.ts';
import { migrate } from './migrate.ts';

const AT = Temporal.Instant.from('2026-04-01T00:00:00Z');
const place = MIGRATIONS.findIndex(({ name }) => name.endsWith('-webhook-challenge.sql'));

eachDatabase((_kind, open) => {
  test('webhooks of before are asked anew, one for each address and topic; mails stay as they are', async () => {
    const db = await open({ migrated: false });
    okOf(await migrate(db, MIGRATIONS.slice(0, place), AT));
    await db.pool.query(
      `insert into subscriptions (id, channel, address, topic_kind, topic, language, secret, signing_key, asked_at, confirmed_at)
       select gen_random_uuid(), channel, address, 'type', topic, 'ja', rpad(secret, 43, 'x'), key, at, at
       from (values
         ('mail', 'a@example.jp', 'router', 'mail', null, timestamptz '2026-03-01'),
         ('webhook', 'https://hooks.example/', 'router', 'older', 'whsec_1', timestamptz '2026-03-01'),
         ('webhook', 'https://hooks.example/', 'router', 'newer', 'whsec_2', timestamptz '2026-03-02'),
         ('webhook', 'https://hooks.example/', 'camera', 'other', 'whsec_3', timestamptz '2026-03-01'))
         as given (channel, address, topic, secret, key, at)`,
    );
    await db.pool.query(
      `insert into notices (subscription, occurrence, at, done_at)
       select id, occurrence, asked_at, asked_at from subscriptions, (values ('hello'), ('S1-1#published')) as told (occurrence)`,
    );
    okOf(await migrate(db, MIGRATIONS, AT));
    const { rows } = await db.pool.query<{ name: string; confirmed: boolean; challenge: string | null; told: string }>(
      `select rtrim(secret, 'x') as name, confirmed_at is not null as confirmed, challenge,
         (select string_agg(occurrence || case when due_at is null then '' else ' due' end, ', ' order by occurrence)
           from notices where subscription = subscriptions.id) as told
       from subscriptions order by secret`,
    );
    equal(
      rows.map(({ name, confirmed, told }) => [name, confirmed, told]),
      [
        ['mail', true, 'S1-1#published, hello'],
        ['newer', false, 'challenge due'],
        ['other', false, 'challenge due'],
      ],
    );
    const challenges = rows.map(({ challenge }) => challenge);
    equal([challenges[0], new Set(challenges).size], [null, 3]);
    for (const challenge of challenges.slice(1)) assert.match(challenge ?? '', /^[0-9a-f]{64}$/);
  });
});
