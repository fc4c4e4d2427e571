import type { Context } from 'hono';
import { z } from 'zod';
import { legalDay } from '../core/kernel/legal-day.ts';
import { readLog } from '../app/log/read-log.ts';
import { dumpGraph, dumpLines, dumpTable, dumpUnwritten, type TableEncoding } from '../app/open-data/dump-register.ts';
import type { Deps } from '../app/ports.ts';
import { apiRoute, type ApiAnswer, type ApiEnv, type ApiRoute } from './api-route.ts';
import { asOfParameter, readAsOf } from './as-of.ts';
import { answerProblem } from './problem.ts';

/** A whole register costs as much as so many single requests. */
const COST = 20;

const byDay = z.strictObject({ asof: asOfParameter });

const byDayAndEncoding = byDay.extend({
  encoding: z.enum(['utf-8', 'utf-8-bom', 'cp932']).default('utf-8').meta({
    description: 'How characters are written; `cp932` for old spreadsheets, its losses are in `labels-cp932.jsonl`.',
  }),
});

type Wanted = { readonly asof?: Temporal.PlainDate | undefined; readonly encoding?: TableEncoding };
type Write = (deps: Deps, on: Temporal.PlainDate, encoding: TableEncoding) => AsyncGenerator<Uint8Array>;

type DumpFile = Pick<ApiRoute, 'id' | 'summary'> &
  Pick<ApiAnswer, 'shape' | 'example'> & {
    readonly file: string;
    readonly type: string;
    readonly write: Write;
  };

/** What changes with the answer: what was published (nothing is without the log), the day, and how it is written. */
async function tagOf(deps: Deps, on: Temporal.PlainDate, name: string): Promise<string> {
  return `W/"${name}-${on.toString()}-${String((await readLog(deps))?.size ?? 0)}"`;
}

function isKnown(c: Context<ApiEnv>, tag: string): boolean {
  const known = (c.req.header('if-none-match') ?? '').split(',').map((one) => one.trim());
  return known.includes(tag) || known.includes('*');
}

async function send(
  c: Context<ApiEnv>,
  deps: Deps,
  { file, type, write }: DumpFile,
  wanted: Wanted,
): Promise<Response> {
  const asOf = readAsOf(deps, wanted.asof);
  if (asOf === 'later') return answerProblem(c, 'malformed_request', { parameter: 'asof' });
  const on = asOf ?? legalDay(deps.clock.now(), deps.scheme.scheme.zone);
  const { encoding = 'utf-8' } = wanted;
  const tag = await tagOf(deps, on, `${file}-${encoding}`);
  c.header('etag', tag);
  if (isKnown(c, tag)) return c.body(null, 304);
  if (encoding === 'cp932') {
    const report = `${deps.baseUrl}/api/v1/dump/labels-cp932.jsonl?asof=${on.toString()}`;
    c.header('link', `<${report}>; rel="describedby"; type="application/jsonl"`);
  }
  const charset =
    type === 'text/csv' ? `; charset=${encoding === 'cp932' ? 'shift_jis' : 'utf-8'}; header=present` : '';
  const name = file.replace('.', `-${on.toString()}.`);
  c.header('content-disposition', `attachment; filename="${name}"`);
  const bytes = ReadableStream.from(write(deps, on, encoding)) as ReadableStream<Uint8Array<ArrayBuffer>>;
  return c.body(bytes, 200, { 'content-type': type + charset });
}

function dumpRoute(dump: DumpFile, query: typeof byDay | typeof byDayAndEncoding): ApiRoute {
  const { id, summary, file, type, shape, example } = dump;
  const described = shape === undefined ? {} : { shape, example };
  return apiRoute({
    id,
    method: 'get',
    path: `/dump/${file}`,
    summary,
    parts: {},
    query,
    cost: COST,
    answers: { 200: { description: 'The whole register on a day, sent as it is read.', type, ...described } },
    respond: (c, { deps }, wanted) => send(c, deps, dump, wanted),
  });
}

const graphShape = z
  .strictObject({
    '@context': z.literal('https://schema.org'),
    '@graph': z.array(z.looseObject({ '@type': z.literal('Certification'), certificationIdentification: z.string() })),
  })
  .meta({ id: 'Graph' });

const GRAPH_EXAMPLE = {
  '@context': 'https://schema.org',
  '@graph': [{ '@type': 'Certification', certificationIdentification: 'S1-26-00001-A', validFrom: '2026-04-01' }],
};

/** The whole register in one file, by format. */
export const dumpRoutes: readonly ApiRoute[] = [
  dumpRoute(
    {
      id: 'dumpLines',
      file: 'labels.jsonl',
      type: 'application/jsonl',
      summary: 'Every published label as a line of JSON with its whole public record.',
      write: (deps, on) => dumpLines(deps, on),
    },
    byDay,
  ),
  dumpRoute(
    {
      id: 'dumpTable',
      file: 'labels.csv',
      type: 'text/csv',
      summary: 'Every published label as a row of a table; model numbers stand in one cell, between vertical bars.',
      write: dumpTable,
    },
    byDayAndEncoding,
  ),
  dumpRoute(
    {
      id: 'dumpUnwritten',
      file: 'labels-cp932.jsonl',
      type: 'application/jsonl',
      summary: 'What the table in cp932 cannot say as it is: label, column, character, and what stands for it.',
      write: dumpUnwritten,
    },
    byDay,
  ),
  dumpRoute(
    {
      id: 'dumpGraph',
      file: 'labels.jsonld',
      type: 'application/ld+json',
      summary: 'Every published label as schema.org’s `Certification`.',
      write: dumpGraph,
      shape: graphShape,
      example: GRAPH_EXAMPLE,
    },
    byDay,
  ),
];
