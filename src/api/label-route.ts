import { z } from 'zod';
import { findLabel } from '../app/label/find-label.ts';
import { labelJson } from '../app/label/label-json.ts';
import { findLogPlace } from '../app/log/prove-entry.ts';
import { apiRoute } from './api-route.ts';
import { asOfParameter, readAsOf } from './as-of.ts';
import { LABEL_EXAMPLE } from './examples.ts';
import { labelShape } from './label-shapes.ts';
import { answerProblem, describedProblem } from './problem.ts';

/** One label by its number in any spelling. */
export const labelRoute = apiRoute({
  id: 'getLabel',
  method: 'get',
  path: '/labels/{number}',
  summary: 'A label by its number, in any spelling.',
  parts: { number: { description: 'The registration number.', example: 'S1-26-00001-A' } },
  query: z.strictObject({ asof: asOfParameter }),
  cost: 1,
  answers: {
    200: { description: 'The label.', type: 'application/json', shape: labelShape, example: LABEL_EXAMPLE },
    404: describedProblem(
      'No such label is published (`no_such_label`) or was on that day (`not_public_yet`), or the number is mistyped (`wrong_check_character`).',
      'no_such_label',
    ),
  },
  respond: async (c, { deps }, { asof }) => {
    const asOf = readAsOf(deps, asof);
    if (asOf === 'later') return answerProblem(c, 'malformed_request', { parameter: 'asof' });
    const found = await findLabel(deps, c.req.param('number') ?? '', asOf);
    if (!found.ok) return answerProblem(c, found.error.code);
    const { number } = found.value.record;
    c.header(
      'content-location',
      `${deps.baseUrl}/api/v1/labels/${encodeURIComponent(number)}${asof === undefined ? '' : `?asof=${asof.toString()}`}`,
    );
    return c.json(labelJson(found.value, deps.baseUrl, await findLogPlace(deps, number)));
  },
});
