import { z } from 'zod';
import type { Listable } from '../core/register/listed-key.ts';
import { proveAbsence } from '../app/open-data/prove-absence.ts';
import { ABSENCE_FORMAT } from '../formats/absence-proof/absence-proof.ts';
import { apiRoute } from './api-route.ts';
import { dayParameter } from './day-parameter.ts';
import { answerProblem, describedProblem } from './problem.ts';

const neighbourShape = z
  .strictObject({ index: z.int().min(0), digest: z.string(), hashes: z.array(z.string()) })
  .nullable()
  .meta({ description: 'What stands next to it in the list, with its inclusion proof; null at an end of the list.' });

const proofShape = z
  .strictObject({
    format: z.literal(ABSENCE_FORMAT),
    asked: z.union([
      z.strictObject({ number: z.string() }),
      z.strictObject({ model: z.string(), maker: z.string().optional() }),
    ]),
    before: neighbourShape,
    after: neighbourShape,
    entry: z.string().meta({ description: 'The tlog-proof of the log entry that commits to the list.' }),
  })
  .meta({ id: 'AbsenceProof' });

const EXAMPLE = {
  format: ABSENCE_FORMAT,
  asked: { model: 'HGW-999' },
  before: { index: 6, digest: 'RAEfLlrp4hZSWrbGKPQz1cKFMZ5wqMI1j8dzIrEDlBc=', hashes: [] },
  after: null,
  entry: 'c2sp.org/tlog-proof@v1\n…',
};

const word = z.string().min(1).max(200);

type Query = {
  readonly number?: string | undefined;
  readonly model?: string | undefined;
  readonly maker?: string | undefined;
};

/** What a query asks for: a number, or a model with or without its maker; nothing else, and not both. */
function askedIn({ number, model, maker }: Query): Listable | undefined {
  if (number !== undefined) return model === undefined && maker === undefined ? { number } : undefined;
  return model === undefined ? undefined : { model, maker };
}

/** Proves that the register lacked something on a day. */
export const absenceRoute = apiRoute({
  id: 'proveAbsence',
  method: 'get',
  path: '/absence',
  summary:
    'A proof, verifiable without asking anybody, that the register had no label of exactly this number, or for exactly this model, at the end of a day that is over.',
  parts: {},
  query: z.strictObject({
    number: word.optional().meta({ description: 'A registration number in any spelling.', example: 'S1-26-99999-E' }),
    model: word.optional().meta({ description: 'A model number in any spelling; of any maker unless one is named.' }),
    maker: word.optional().meta({ description: 'The maker’s name as registered, in Japanese or in English.' }),
    day: dayParameter({ description: 'The newest day with a list unless named.', example: '2026-11-22' }),
  }),
  cost: 2,
  answers: {
    200: {
      description: 'The proof: keep it as it is, and verify it with `shirushi verify`.',
      type: 'application/json',
      shape: proofShape,
      example: EXAMPLE,
    },
    404: describedProblem(
      'There is no list of this day; or the number is mistyped: no label has it, and its absence would prove nothing.',
      'no_list',
    ),
    409: describedProblem('The register had it on this day: it cannot be proven absent.', 'is_listed'),
  },
  respond: async (c, { deps }, query) => {
    const asked = askedIn(query);
    if (asked === undefined) return answerProblem(c, 'malformed_request', { parameter: 'model' });
    const proven = await proveAbsence(deps, asked, query.day);
    if (!proven.ok) return answerProblem(c, proven.error.code);
    const name = `absence-${proven.value.day.toString()}.json`;
    c.header('content-disposition', `attachment; filename="${name}"`);
    return c.body(proven.value.proof, 200, { 'content-type': 'application/json' });
  },
});
