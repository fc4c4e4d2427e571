import { z } from 'zod';
import { asTyped } from '../core/kernel/fold.ts';
import { makerKeyOf } from '../core/register/search-entry.ts';
import { labelLineJson } from '../app/label/label-json.ts';
import { pageLabels } from '../app/label/page-labels.ts';
import { apiRoute } from './api-route.ts';
import { asOfParameter, readAsOf } from './as-of.ts';
import { dayParameter } from './day-parameter.ts';
import { PAGE_EXAMPLE } from './examples.ts';
import { labelsPageShape } from './label-shapes.ts';
import { answerProblem } from './problem.ts';

const words = (description: string, example: string): z.ZodOptional<z.ZodString> =>
  z.string().max(200).optional().meta({ description, example });

const query = z.strictObject({
  q: words('Maker, product, model or number, or words of the description, in any spelling.', 'HGW-700'),
  level: words('The id of a level.', 's1'),
  type: words('The id of a product type.', 'router'),
  state: z.enum(['valid', 'in_grace', 'lapsed']).optional().meta({ description: 'The state on the day asked about.' }),
  maker: words('The maker’s Japanese name, with or without its legal form.', 'Minato Networks'),
  evaluator: words('The id of an evaluator category.', 'manufacturer'),
  personal: z.enum(['yes', 'no']).optional().meta({ description: 'Whether the product handles personal data.' }),
  recognition: words('The id of a recognition.', 'none'),
  supported: dayParameter({ description: 'Supported until this day or longer.', example: '2028-01-01' }),
  asof: asOfParameter,
  limit: z.coerce.number().int().min(1).max(100).default(20).meta({ description: 'Labels on a page.' }),
  cursor: z.string().max(40).optional().meta({ description: 'Where the page begins: `next` of the page before.' }),
});

type Asked = z.output<typeof query>;

function chosenOf(asked: Asked, maker: string | undefined): Readonly<Record<string, string>> {
  const given = {
    level: asked.level,
    product_type: asked.type,
    maker_key: maker,
    evaluator: asked.evaluator,
    personal_data: asked.personal,
    recognition: asked.recognition,
  };
  const told = Object.entries(given).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return Object.fromEntries(told.map(([facet, value]) => [facet, asTyped(value)]));
}

/** Published labels, searched and narrowed down, page by page. */
export const labelsRoute = apiRoute({
  id: 'listLabels',
  method: 'get',
  path: '/labels',
  summary: 'Published labels: with `q` the best hits first (a thousand at most), without it the newest first.',
  parts: {},
  query,
  cost: 1,
  answers: {
    200: { description: 'A page of labels.', type: 'application/json', shape: labelsPageShape, example: PAGE_EXAMPLE },
  },
  respond: async (c, { deps }, asked) => {
    const asOf = readAsOf(deps, asked.asof);
    if (asOf === 'later') return answerProblem(c, 'malformed_request', { parameter: 'asof' });
    const maker = asked.maker === undefined ? undefined : makerKeyOf(asked.maker, deps.scheme.scheme.search);
    const page = await pageLabels(deps, {
      text: asTyped(asked.q ?? ''),
      chosen: chosenOf(asked, maker),
      state: asked.state,
      supportedUntil: asked.supported,
      asOf,
      limit: asked.limit,
      cursor: asked.cursor,
    });
    if (!page.ok) return answerProblem(c, 'malformed_request', { parameter: 'cursor' });
    const { labels, total, on, next } = page.value;
    if (next !== undefined) {
      const address = new URLSearchParams({ ...c.req.query(), cursor: next });
      c.header('link', `<${deps.baseUrl}/api/v1/labels?${address.toString()}>; rel="next"`);
    }
    const lines = labels.map((label) => labelLineJson(label, deps.baseUrl));
    return c.json({ format: 'shirushi-labels-page/1', on: on.toString(), total, labels: lines, next: next ?? null });
  },
});
