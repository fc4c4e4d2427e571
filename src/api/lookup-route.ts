import { z } from 'zod';
import { labelLineJson } from '../app/label/label-json.ts';
import { lookUpLabels, type LookedUp } from '../app/label/look-up-labels.ts';
import { apiRoute } from './api-route.ts';
import { asOfParameter, readAsOf } from './as-of.ts';
import { LOOKUP_EXAMPLE } from './examples.ts';
import { labelLineShape } from './label-shapes.ts';
import { answerProblem, describedProblem } from './problem.ts';
import { readJson } from './read-json.ts';

/** Numbers in one request. */
const MOST_NUMBERS = 10_000;

/** Ten thousand numbers with room for spaces and full-width characters. */
const MOST_BYTES = 2_097_152;

/** Bytes of one answer: a label may list thousands of models, and the whole is held until it is sent. */
const MOST_ANSWER_BYTES = 33_554_432;

const asked = z.strictObject({ numbers: z.array(z.string().max(200)).max(MOST_NUMBERS) });

const answersShape = z
  .strictObject({
    format: z.literal('shirushi-lookup/1'),
    answers: z.array(
      z.strictObject({
        asked: z.string(),
        code: z.enum(['found', 'repeated', 'no_such_label', 'wrong_check_character']),
        label: labelLineShape.nullable().meta({ description: 'Given once: null where its number was named before.' }),
      }),
    ),
  })
  .meta({ id: 'Lookup' });

function answerJson(looked: LookedUp, baseUrl: string): object {
  const { asked: number, code } = looked;
  return { asked: number, code, label: looked.code === 'found' ? labelLineJson(looked.label, baseUrl) : null };
}

/** The answers as JSON; undefined as soon as they are more than one answer may be. */
async function writeAnswers(looked: AsyncIterable<LookedUp>, baseUrl: string): Promise<string | undefined> {
  const written: string[] = [];
  let bytes = 0;
  for await (const one of looked) {
    const answer = JSON.stringify(answerJson(one, baseUrl));
    bytes += Buffer.byteLength(answer) + 1;
    if (bytes > MOST_ANSWER_BYTES) return undefined;
    written.push(answer);
  }
  return `{"format":"shirushi-lookup/1","answers":[${written.join(',')}]}`;
}

/** The labels of up to ten thousand numbers at once. */
export const lookupRoute = apiRoute({
  id: 'lookUpLabels',
  method: 'post',
  path: '/labels/lookup',
  summary: `The labels of up to ${String(MOST_NUMBERS)} numbers in any spelling, answered in the same order.`,
  parts: {},
  query: z.strictObject({ asof: asOfParameter }),
  body: { shape: asked, example: { numbers: ['S1-26-00001-A', 'S1-26-00001-B'] }, mostBytes: MOST_BYTES },
  cost: 10,
  answers: {
    200: {
      description: 'One answer for each number.',
      type: 'application/json',
      shape: answersShape,
      example: LOOKUP_EXAMPLE,
    },
    413: describedProblem(
      `More than ${String(MOST_NUMBERS)} numbers (\`too_many_numbers\`), more than ${String(MOST_BYTES)} bytes (\`form_too_large\`), or more than ${String(MOST_ANSWER_BYTES)} bytes to answer (\`answer_too_large\`).`,
      'too_many_numbers',
    ),
    415: describedProblem('The body is not `application/json`.', 'form_not_taken'),
  },
  respond: async (c, { deps }, { asof }) => {
    const asOf = readAsOf(deps, asof);
    if (asOf === 'later') return answerProblem(c, 'malformed_request', { parameter: 'asof' });
    const body = await readJson(c, MOST_BYTES);
    if (!body.ok) return answerProblem(c, body.error.code);
    const parsed = asked.safeParse(body.value);
    if (!parsed.success) {
      const tooMany = parsed.error.issues.some(({ code, path }) => code === 'too_big' && path.length === 1);
      return answerProblem(c, tooMany ? 'too_many_numbers' : 'malformed_request', { parameter: 'numbers' });
    }
    const answers = await writeAnswers(lookUpLabels(deps, parsed.data.numbers, asOf), deps.baseUrl);
    if (answers === undefined) return answerProblem(c, 'answer_too_large');
    return c.body(answers, 200, { 'content-type': 'application/json' });
  },
});
