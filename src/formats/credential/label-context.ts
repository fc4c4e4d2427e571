import { labelContextAt } from './credential-names.ts';

const XSD = 'http://www.w3.org/2001/XMLSchema#';
const day = { '@type': `${XSD}date` };
const whole = { '@type': `${XSD}integer` };
const inLanguages = { '@container': '@language' };

/** The members of a label credential that the data model does not define, each with how its values are read. */
const TERMS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  LabelCredential: {},
  LabelledProduct: {},
  PublicLogEntry: {},
  number: {},
  scheme: {},
  level: {},
  stars: whole,
  levelName: inLanguages,
  productType: {},
  productName: inLanguages,
  vendorName: inLanguages,
  models: { '@container': '@set' },
  criteria: {},
  criteriaVersion: {},
  labelFrom: day,
  labelUntil: day,
  graceUntil: day,
  supportUntil: day,
  recordSha256: {},
  logIndex: whole,
};

/** The JSON-LD context of label credentials: what their own terms mean; it never changes. */
export function labelContext(baseUrl: string): object {
  const vocabulary = `${labelContextAt(baseUrl)}#`;
  const terms = Object.entries(TERMS).map(([term, read]) => [term, { '@id': `${vocabulary}${term}`, ...read }]);
  const context = { '@version': 1.1, '@protected': true, ...(Object.fromEntries(terms) as object) };
  return { '@context': { ...context, iat: 'https://www.iana.org/assignments/jwt#iat' } };
}
