import { aPaidCase, aReturnedCase, aSubmittedCase, anAcceptedCase } from '../../testing/builders/cases.ts';
import type { World } from '../../testing/builders/world.ts';

/** What one state's share of all cases is, per hundred. */
const SHARES = { submitted: 25, returned: 10, accepted: 10, awaiting_decision: 15, granted: 40 } as const;

const VENDORS = 500;

/**
 * Fills the database with cases of 500 vendors: one in each state is filed by the acts and then copied row by row, with
 * ids, numbers, days and officers of its own. A granted one is a paid one whose state alone is set: no page measured reads
 * what a grant adds. All days lie within half a year around today.
 */
export async function manyCases(world: World, count: number): Promise<void> {
  const { pool } = world.deps.db;
  const { officerA, officerB } = world.people;
  const paid = await aPaidCase(world);
  const templates = {
    submitted: await aSubmittedCase(world),
    returned: await aReturnedCase(world),
    accepted: await anAcceptedCase(world),
    awaiting_decision: paid,
    granted: paid,
  };
  await pool.query(
    `insert into organisations (id, kind, name, name_en, corporate_number, address, address_en, registered_at)
    select gen_random_uuid(), kind, name || ' ' || n, name_en || ' ' || n, null, address, address_en, registered_at
    from organisations, generate_series(1, $2::int) as n where id = $1`,
    [world.organisations.vendor, VENDORS],
  );
  for (const [state, share] of Object.entries(SHARES)) {
    await pool.query(
      `with vendor as (
        select id, row_number() over (order by id) as place from organisations where name ~ ' [0-9]+$' and kind = 'vendor'
      )
      insert into cases (id, kind, state, level, vendor, opened_by, opened_at, version, application, application_number,
        scheme_version, first_submitted_on, due_on, product_name, product_type, assigned_to)
      select gen_random_uuid(), kind, $2, level, vendor.id, opened_by, opened_at - n * interval '1 minute', version,
        application, $2 || '-' || n, scheme_version, first_submitted_on - (n % 180)::int,
        case when $2 = 'granted' then null else due_on + (n % 180)::int - 60 end,
        product_name || ' ' || n, product_type,
        case n % 3 when 0 then $4::uuid when 1 then $5::uuid end
      from cases, generate_series(1, $3::int) as n
      join vendor on vendor.place = 1 + n % ${String(VENDORS)}
      where cases.id = $1`,
      [
        templates[state as keyof typeof templates].id,
        state,
        Math.round((count * share) / 100),
        officerA.person,
        officerB.person,
      ],
    );
  }
  // What the server does by itself some time after so many new rows.
  await pool.query('vacuum analyze');
}
