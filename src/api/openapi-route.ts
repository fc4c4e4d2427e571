import { z } from 'zod';
import { apiRoute, type ApiRoute } from './api-route.ts';
import { describeApi } from './openapi.ts';

/** The description of the API, itself among what it describes. */
export function openapiRoute(others: () => readonly ApiRoute[]): ApiRoute {
  return apiRoute({
    id: 'getDescription',
    method: 'get',
    path: '/openapi.json',
    summary: 'This description (OpenAPI 3.1).',
    parts: {},
    query: z.strictObject({}),
    cost: 1,
    answers: {
      200: {
        description: 'The description.',
        type: 'application/json',
        shape: z.looseObject({ openapi: z.string(), paths: z.record(z.string(), z.unknown()) }),
        example: { openapi: '3.1.0', paths: {} },
      },
    },
    respond: (c, { deps }) => Promise.resolve(c.json(describeApi(deps, others()))),
  });
}
