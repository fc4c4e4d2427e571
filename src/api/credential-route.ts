import { z } from 'zod';
import { findCredential } from '../app/credential/find-credential.ts';
import { findLabel } from '../app/label/find-label.ts';
import { CREDENTIAL_MEDIA_TYPE } from '../formats/credential/credential-names.ts';
import { apiRoute } from './api-route.ts';
import { answerProblem, describedProblem } from './problem.ts';

/** The signed credential of one label. */
export const credentialRoute = apiRoute({
  id: 'getCredential',
  method: 'get',
  path: '/labels/{number}/credential',
  summary: 'A label as a signed credential (W3C Verifiable Credentials 2.0, VC-JOSE-COSE).',
  parts: { number: { description: 'The registration number.', example: 'S1-26-00001-A' } },
  query: z.strictObject({}),
  cost: 1,
  answers: {
    200: { description: 'The credential as a JSON Web Token.', type: CREDENTIAL_MEDIA_TYPE },
    404: describedProblem(
      'No such label is published (`no_such_label`), or the number is mistyped (`wrong_check_character`).',
      'no_such_label',
    ),
    503: describedProblem(
      'The label was published a moment ago and is not signed yet (`not_signed_yet`), or the database is away (`unavailable`).',
      'not_signed_yet',
    ),
  },
  respond: async (c, { deps }) => {
    const found = await findLabel(deps, c.req.param('number') ?? '');
    if (!found.ok) return answerProblem(c, found.error.code);
    const { number } = found.value.record;
    const credential = await findCredential(deps, number);
    if (credential === undefined) {
      c.header('retry-after', '30');
      return answerProblem(c, 'not_signed_yet');
    }
    c.header('content-location', `${deps.baseUrl}/api/v1/labels/${encodeURIComponent(number)}/credential`);
    return c.body(credential, 200, { 'content-type': CREDENTIAL_MEDIA_TYPE });
  },
});
