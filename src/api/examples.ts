const SITE = 'https://label.example.jp';
const NUMBER = 'S1-26-00001-A';
const VERSION = 'ac83d7d0d03f6aa156b7ff8de87f307498aafaff47428fa3252567e8c04c8a9a';

const PAGES = { ja: `${SITE}/labels/${NUMBER}`, en: `${SITE}/en/labels/${NUMBER}` };

const links = { self: `${SITE}/labels/${NUMBER}.json`, page: PAGES, short: `${SITE}/l/${NUMBER}` };

/** A label in a list. */
const LINE_EXAMPLE = {
  number: NUMBER,
  status: { state: 'valid', on: '2026-11-23', zone: 'Asia/Tokyo' },
  validity: { from: '2026-04-01', until: '2028-03-31' },
  level: 's1',
  vendor: { ja: 'Minato Networks', en: 'Minato Networks Co., Ltd.' },
  product: { ja: 'Home Gateway HGW-700', en: 'Minato Home Gateway HGW-700 series' },
  evaluator: 'manufacturer',
  models: ['HGW-700W', 'HGW-700K'],
  links,
};

/** A whole label, cut down to one answer and one criterion. */
export const LABEL_EXAMPLE = {
  format: 'shirushi-label/1',
  number: NUMBER,
  status: { state: 'valid', isValid: true, on: '2026-11-23', zone: 'Asia/Tokyo', changesOn: '2028-04-01' },
  validity: { from: '2026-04-01', until: '2028-03-31', graceDays: 30, graceUntil: '2028-04-30' },
  support: { until: '2031-04-01' },
  level: { id: 's1', stars: 1, of: 4 },
  publishedAt: '2026-04-01T01:00:00Z',
  names: {
    scheme: { ja: 'JC-STAR', en: 'JC-STAR' },
    operator: { ja: 'IPA', en: 'IPA' },
    level: { ja: 'S1', en: 'Level 1' },
    productType: null,
    evaluator: { ja: 'Manufacturer', en: 'Manufacturer' },
    criteriaSet: { title: { ja: 'S1', en: 'Level 1 criteria' }, document: 'JST-CR-01-01-2024R1', version: '1.1' },
    criteria: [{ id: 'S1.1-02', title: { ja: 'S1.1-02', en: 'No universal default passwords' }, wording: 'read' }],
  },
  record: {
    number: NUMBER,
    scheme: { id: 'jp-iot', version: VERSION },
    level: 's1',
    criteriaSet: { id: 'S1', version: '1.1' },
    validity: { from: '2026-04-01', until: '2028-03-31', graceDays: 30 },
    answers: { 'product.firmware': '3.2.0' },
    models: [{ number: 'HGW-700W' }],
    personalData: [],
    services: [],
    verdicts: [{ criterion: 'S1.1-02', verdict: 'conforms' }],
  },
  meaning: { says: [], doesNotSay: [] },
  log: {
    index: 1,
    inclusion: {
      checkpoint: `label.example.jp/log\n2\nwnIvmVLXyFbVXb9NZdHVrAwYXCFbrQFm8pJiRBmCsc0=\n\n— label.example.jp/log …\n`,
      hashes: ['47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='],
    },
    proof: `${SITE}/labels/${NUMBER}/proof`,
    checkpoint: `${SITE}/log/checkpoint`,
    key: `${SITE}/log/vkey`,
  },
  credential: `${SITE}/labels/${NUMBER}/credential`,
  links,
};

/** A page of labels. */
export const PAGE_EXAMPLE = {
  format: 'shirushi-labels-page/1',
  on: '2026-11-23',
  total: { count: 1000, isExact: false },
  labels: [LINE_EXAMPLE],
  next: 'p41',
};

/** What a list of numbers is answered with. */
export const LOOKUP_EXAMPLE = {
  format: 'shirushi-lookup/1',
  answers: [
    { asked: NUMBER, code: 'found', label: LINE_EXAMPLE },
    { asked: 'S1-26-00001-B', code: 'wrong_check_character', label: null },
  ],
};
