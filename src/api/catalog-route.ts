import { z } from 'zod';
import { listNewestSnapshots, type Snapshot } from '../app/open-data/find-snapshot.ts';
import { SNAPSHOT_TYPE } from '../app/open-data/take-snapshots.ts';
import type { Deps } from '../app/ports.ts';
import { apiRoute } from './api-route.ts';
import { LICENCE } from './openapi.ts';

const IANA = 'https://www.iana.org/assignments/media-types/';

const DUMPS = [
  ['labels.jsonl', 'application/jsonl'],
  ['labels.csv', 'text/csv'],
  ['labels.jsonld', 'application/ld+json'],
] as const;

const CONTEXT = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  spdx: 'http://spdx.org/rdf/terms#',
} as const;

const both = ({ ja, en }: { readonly ja: string; readonly en: string }): readonly object[] => [
  { '@language': 'ja', '@value': ja },
  { '@language': 'en', '@value': en },
];

function distribution(address: string, type: string, more: object = {}): object {
  return {
    '@type': 'dcat:Distribution',
    'dcat:downloadURL': { '@id': address },
    'dcat:mediaType': { '@id': IANA + type },
    'dct:license': { '@id': LICENCE.url },
    ...more,
  };
}

function snapshotOf({ day, sha256, size }: Snapshot, root: string): object {
  return distribution(`${root}/snapshots/${day.toString()}`, SNAPSHOT_TYPE, {
    'dct:issued': day.toString(),
    'dcat:byteSize': size,
    'spdx:checksum': {
      '@type': 'spdx:Checksum',
      'spdx:algorithm': { '@id': 'spdx:checksumAlgorithm_sha256' },
      'spdx:checksumValue': sha256,
    },
  });
}

async function catalog(deps: Deps): Promise<object> {
  const root = `${deps.baseUrl}/api/v1`;
  const { name, operator } = deps.scheme.scheme;
  const snapshots = await listNewestSnapshots(deps, 31);
  const publisher = {
    '@type': 'foaf:Agent',
    'foaf:name': both(operator.name),
    'foaf:homepage': { '@id': operator.url },
  };
  return {
    '@context': CONTEXT,
    '@id': `${root}/catalog.jsonld`,
    '@type': 'dcat:Catalog',
    'dct:title': both(name),
    'dct:publisher': publisher,
    'dct:license': { '@id': LICENCE.url },
    'dcat:dataset': [
      {
        '@id': `${root}/labels`,
        '@type': 'dcat:Dataset',
        'dct:title': both(name),
        'dct:publisher': publisher,
        'dct:license': { '@id': LICENCE.url },
        'dct:accrualPeriodicity': { '@id': 'http://publications.europa.eu/resource/authority/frequency/DAILY' },
        'dcat:landingPage': { '@id': `${deps.baseUrl}/data` },
        'dcat:distribution': [
          ...DUMPS.map(([file, type]) => distribution(`${root}/dump/${file}`, type)),
          ...snapshots.map((snapshot) => snapshotOf(snapshot, root)),
        ],
      },
    ],
    'dcat:service': {
      '@type': 'dcat:DataService',
      'dcat:endpointURL': { '@id': root },
      'dcat:endpointDescription': { '@id': `${root}/openapi.json` },
      'dcat:servesDataset': { '@id': `${root}/labels` },
    },
  };
}

/** What there is to take away, for catalogues of open data (W3C DCAT 3). */
export const catalogRoute = apiRoute({
  id: 'getCatalog',
  method: 'get',
  path: '/catalog.jsonld',
  summary:
    'The data sets of this register for catalogues of open data (DCAT), with the newest snapshots and their hashes.',
  parts: {},
  query: z.strictObject({}),
  cost: 1,
  answers: {
    200: {
      description: 'The catalogue.',
      type: 'application/ld+json',
      shape: z.looseObject({
        '@type': z.literal('dcat:Catalog'),
        'dcat:dataset': z.array(z.looseObject({ 'dcat:distribution': z.array(z.looseObject({})) })),
      }),
      example: { '@type': 'dcat:Catalog', 'dcat:dataset': [{ 'dcat:distribution': [] }] },
    },
  },
  respond: async (c, { deps }) =>
    c.body(JSON.stringify(await catalog(deps)), 200, { 'content-type': 'application/ld+json' }),
});
