import type { ClientBase } from 'pg';
import { bytesOf } from '../bytes-of.ts';
import { auditRegister, type RegisterSource } from '../../src/verify/audit-register.ts';
import { logKeyText } from '../../src/app/log/append-public-facts.ts';
import { auditedLog } from '../log-audit.ts';
import { TEST_TOOLS } from '../log-in-memory.ts';
import type { aPublicSite } from '../public-site.ts';

/** What must never be seen in a database, whatever failed, each as a query for what breaks it. */
const BROKEN: Readonly<Record<string, string>> = {
  'a label is public and not logged once, or logged and not public': `
    select from (select number from labels where published_at is not null) published
    full join (select subject, count(*) as n from public_log where kind = 'label-published' group by subject) logged
      on logged.subject = published.number where published.number is null or logged.n is distinct from 1`,
  'a label is public and its publication is not one event, or the other way round': `
    select from labels full join (select subject_id, count(*) as n from events where act = 'label.publish' group by 1) said
      on said.subject_id = labels.id::text where (labels.published_at is not null) is distinct from (said.n is not distinct from 1)`,
  'a label is public and cannot be found, or the other way round': `
    select from labels left join label_search on label_id = labels.id
    where (published_at is not null) <> (label_id is not null)`,
  'a case is granted and has no label, or the other way round': `
    select from cases full join labels on labels.case_id = cases.id
    where (cases.state = 'granted') is distinct from (labels.id is not null)`,
  'a registration number is lost, or was given twice': `
    select where (select count(distinct number) from labels)
      <> (select coalesce(sum(last), 0) from number_counters where kind = 'registration')`,
  'a snapshot is kept and not logged once, or logged and not kept': `
    select from snapshots
    full join (select subject, count(*) as n from public_log where kind = 'register-listed' group by subject) logged
      on logged.subject = 'list:' || day::text where day is null or logged.n is distinct from 1`,
  'criteria are in force and not logged once, or logged and not in force': `
    select from scheme_versions
    full join (select subject, count(*) as n from public_log where kind = 'criteria-published' group by subject) logged
      on logged.subject = sha256 where sha256 is null or logged.n is distinct from 1`,
  'a credential is of nothing that was logged': `
    select from label_credentials left join public_log on index = label_credentials.entry where kind is distinct from 'label-published'`,
  'not one key signs credentials': `select where (select count(*) from issuer_keys where used_until is null) <> 1`,
  'a publication is not told by one job': `
    select from events left join (
      select (data->>'event')::bigint as event, count(*) as n from pgboss.job where name = 'tell-publication' group by 1
    ) jobs on jobs.event = events.id where act = 'label.publish' and n is distinct from 1`,
};

/** What of the above is seen. */
export async function brokenIn(on: Pick<ClientBase, 'query'>): Promise<readonly string[]> {
  const query = Object.entries(BROKEN)
    .map(([what, broken]) => `select '${what}' as what where exists (${broken})`)
    .join(' union all ');
  const { rows } = await on.query<{ what: string }>(query);
  return rows.map(({ what }) => what);
}

type Site = Pick<Awaited<ReturnType<typeof aPublicSite>>, 'world' | 'get'>;

let asked = 0;

/** The register as an outsider asks it, from another network each time: nobody is told to wait. */
function sourceOf({ get }: Site): RegisterSource {
  asked += 1;
  const from = `10.${String(asked >> 8)}.${String(asked & 255)}.1`;
  const read = async (path: string): Promise<Response> => get(path, { from });
  const page = async (path: string): Promise<string> => {
    const answer = await read(path);
    if (answer.status !== 200) throw new Error(`${path} answered ${String(answer.status)}`);
    return answer.text();
  };
  return {
    checkpoint: () => page('/log/checkpoint'),
    async *labels() {
      yield* bytesOf(await page('/labels.jsonl'));
    },
    tile: async (path) => {
      const answer = await read(`/log/${path}`);
      return answer.status === 200 ? new Uint8Array(await answer.arrayBuffer()) : undefined;
    },
  };
}

/** Everything that is wrong with a register: in its log, between log and register, and as an outsider's audit finds it. */
export async function registerFaults(site: Site): Promise<readonly string[]> {
  const { world } = site;
  await auditedLog(world.deps.db);
  const expected = { key: logKeyText(world.deps) };
  const { steps, differences } = await auditRegister(sourceOf(site), expected, TEST_TOOLS);
  return [
    ...(await brokenIn(world.deps.db.pool)),
    ...steps.filter(({ outcome }) => outcome !== 'ok').map(({ id }) => `audit: ${id}`),
    ...differences.map(({ number, how }) => `${number}: ${how}`),
  ];
}
