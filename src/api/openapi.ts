import { z } from 'zod';
import type { Deps } from '../app/ports.ts';
import type { ApiAnswer, ApiRoute } from './api-route.ts';
import { COMMON_ANSWERS } from './problem.ts';

type Json = Readonly<Record<string, unknown>>;

/** What may be done with the data. */
export const LICENCE = {
  name: 'Public Data License 1.0 (PDL1.0)',
  url: 'https://www.digital.go.jp/resources/open_data/public_data_license_v1.0',
} as const;

/** Answers may get further members within a version of the API: the description does not forbid them. */
function jsonSchema(shape: z.ZodType, io: 'input' | 'output'): Json {
  const override = ({ jsonSchema: made }: { jsonSchema: Record<string, unknown> }): void => {
    if (io === 'output' && made['additionalProperties'] === false) delete made['additionalProperties'];
    delete made['$schema'];
    delete made['id'];
  };
  return z.toJSONSchema(shape, { io, override, reused: 'inline' });
}

function headersOf(status: number, { type }: ApiAnswer): Json {
  const text = (description: string): Json => ({ description, schema: { type: 'string' } });
  const limits = {
    RateLimit: text('What is left and until when (draft-ietf-httpapi-ratelimit-headers).'),
    'RateLimit-Policy': text('How many requests in how many seconds.'),
  };
  if (status === 429)
    return { ...limits, 'Retry-After': { description: 'Seconds to wait.', schema: { type: 'integer' } } };
  return status === 200 && type === 'application/json'
    ? { ...limits, ETag: text('Send it back as `If-None-Match`.') }
    : {};
}

function answerOf(status: number, answer: ApiAnswer): Json {
  const { description, type, shape, example } = answer;
  const headers = headersOf(status, answer);
  const schema = shape === undefined ? { type: 'string' } : jsonSchema(shape, 'output');
  return {
    description,
    ...(Object.keys(headers).length === 0 ? {} : { headers }),
    content: { [type]: { schema, ...(example === undefined ? {} : { example }) } },
  };
}

function parametersOf({ parts, query }: ApiRoute): readonly Json[] {
  const inPath = Object.entries(parts).map(([name, { description, example }]) => {
    return { name, in: 'path', required: true, description, example, schema: { type: 'string' } };
  });
  const { properties = {} } = jsonSchema(query, 'input') as { properties?: Readonly<Record<string, Json>> };
  const inQuery = Object.entries(properties).map(([name, { description, example, ...schema }]) => {
    return { name, in: 'query', required: false, description, ...(example === undefined ? {} : { example }), schema };
  });
  return [...inPath, ...inQuery];
}

/** All answers of a route by status: its own and those every route may give. */
export function answersOf(route: ApiRoute): Readonly<Record<number, ApiAnswer>> {
  return { ...COMMON_ANSWERS, ...route.answers };
}

function operationOf(route: ApiRoute): Json {
  const { id, method, summary, body } = route;
  const answers = Object.entries(answersOf(route)).map(([status, answer]) => [
    status,
    answerOf(Number(status), answer),
  ]);
  const unchanged = { 304: { description: 'What `If-None-Match` names is still the answer.' } };
  const requestBody = body && {
    required: true,
    content: { 'application/json': { schema: jsonSchema(body.shape, 'input'), example: body.example } },
  };
  return {
    operationId: id,
    summary,
    parameters: parametersOf(route),
    ...(requestBody === undefined ? {} : { requestBody }),
    responses: { ...(Object.fromEntries(answers) as Json), ...(method === 'get' ? unchanged : {}) },
  };
}

/** The description of the API (OpenAPI 3.1), made from the very routes that answer. */
export function describeApi({ scheme, baseUrl }: Pick<Deps, 'scheme' | 'baseUrl'>, routes: readonly ApiRoute[]): Json {
  const { name, operator } = scheme.scheme;
  const paths = Object.groupBy(routes, ({ path }) => path);
  return {
    openapi: '3.1.0',
    info: {
      title: name.en,
      version: '1',
      summary: 'The public register of labels as data.',
      description:
        'Days are legal days in the scheme’s zone (ISO 8601), moments RFC 3339 in UTC. Errors are problems (RFC 9457).',
      contact: { name: operator.name.en, url: operator.url },
      license: LICENCE,
    },
    servers: [{ url: `${baseUrl}/api/v1` }],
    paths: Object.fromEntries(
      Object.entries(paths).map(([path, own = []]) => [
        path,
        Object.fromEntries(own.map((route) => [route.method, operationOf(route)])),
      ]),
    ),
  };
}
