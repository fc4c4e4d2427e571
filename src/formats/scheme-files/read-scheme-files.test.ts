import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { equal } from '../../../testing/equal.ts';
import { readSchemeFolder } from '../../../testing/read-scheme-folder.ts';
import { CONTENT_FAULT_CODES } from '../../core/scheme/content-fault.ts';
import { readSchemeFiles } from './read-scheme-files.ts';
import { SHAPE_FAULT_CODES, type SchemeFault } from './scheme-fault.ts';

const SECOND = readSchemeFolder('testing/scheme-two');

/** The second scheme with one text replaced, the first place it occurs. */
function withEdit(file: string, from: string, to: string): Map<string, string> {
  const text = SECOND.get(file) ?? '';
  assert.ok(text.includes(from), `${file} has no ${from}`);
  return new Map(SECOND).set(file, text.replace(from, to));
}

function faultsOf(files: ReadonlyMap<string, string>): readonly SchemeFault[] {
  const read = readSchemeFiles(files);
  return read.ok ? [] : read.error;
}

function places(faults: readonly SchemeFault[]): readonly string[] {
  return faults.map((fault) => `${fault.code} ${fault.file}:${String(fault.line)}:${String(fault.column)}`);
}

test('the Japanese scheme reads without a fault', () => {
  const read = readSchemeFiles(readSchemeFolder('scheme'));
  assert.ok(read.ok, read.ok ? '' : places(read.error).join('\n'));
  assert.equal(read.value.id, 'jp-iot');
  equal(
    read.value.levels.map((level) => [level.stars, level.chain]),
    [
      [1, 'first-party'],
      [2, 'first-party'],
      [3, 'third-party'],
      [4, 'third-party'],
    ],
  );
  assert.equal(read.value.criteriaSets[0]?.criteria.length, 16);
  assert.equal(read.value.claims.forbidden.length, 4);
});

test('a quite different scheme reads without a fault', () => {
  const read = readSchemeFiles(SECOND);
  assert.ok(read.ok, read.ok ? '' : places(read.error).join('\n'));
  assert.equal(read.value.zone, 'Pacific/Auckland');
  assert.equal(read.value.validity[0]?.term, undefined);
  assert.equal(read.value.criteriaSets.length, 4);
});

/** One planted fault each: file, text replaced, replacement, and where the fault must be reported (file:line:column). */
const PLANTED: readonly (readonly [code: SchemeFault['code'], file: string, from: string, to: string, at: string])[] = [
  ['alias_refused', 'clocks.yaml', 'clocks:', 'clocks: &all', 'clocks.yaml:3:3'],
  ['blank_text', 'claims.yaml', 'en: That it never breaks.', "en: ' '", 'claims.yaml:6:26'],
  ['currency_code', 'scheme.yaml', 'NZD', 'nzd', 'scheme.yaml:9:11'],
  ['duplicate_id', 'product-types.yaml', 'id: milk-meter', 'id: farm-gate', 'product-types.yaml:13:9'],
  ['duplicate_key', 'fees.yaml', 'amount: 0', 'amount: 0\n    amount: 1', 'fees.yaml:6:5'],
  ['empty_list', 'criteria/gates.yaml', 'methods: [device-test]', 'methods: []', 'criteria/gates.yaml:25:14'],
  ['empty_term', 'validity.yaml', '{ months: 18 }', '{ months: 0 }', 'validity.yaml:9:11'],
  ['equal_ranks', 'scheme.yaml', 'rank: 20', 'rank: 10', 'scheme.yaml:39:11'],
  [
    'label_name_too_long',
    'scheme.yaml',
    'en: Connected Device Seal }\n',
    `en: ${'Seal '.repeat(10)} }\n`,
    'scheme.yaml:75:31',
  ],
  ['levels_out_of_order', 'scheme.yaml', 'stars: 2', 'stars: 1', 'scheme.yaml:18:12'],
  ['malformed_address', 'scheme.yaml', 'url: https://', 'url: //', 'scheme.yaml:7:8'],
  ['malformed_day', 'criteria/silver.yaml', '2025-04-01', '2025-02-29', 'criteria/silver.yaml:9:20'],
  ['malformed_id', 'fees.yaml', 'id: bronze', 'id: bronze fee', 'fees.yaml:3:9'],
  ['missing_entry', 'clocks.yaml', '  - { id: label-decision', '#', 'clocks.yaml:3:3'],
  ['missing_key', 'fees.yaml', '    source: invented\n', '', 'fees.yaml:3:5'],
  [
    'not_a_list',
    'criteria/gates.yaml',
    'productTypes: [farm-gate]',
    'productTypes: farm-gate',
    'criteria/gates.yaml:5:15',
  ],
  ['not_a_map', 'fees.yaml', '{ ja: シルバー, en: Silver }', 'Silver', 'fees.yaml:15:13'],
  ['not_a_number', 'fees.yaml', 'amount: 900', "amount: '900'", 'fees.yaml:12:13'],
  ['not_text', 'criteria/gates.yaml', "version: '1'", 'version: 1', 'criteria/gates.yaml:3:10'],
  ['not_yes_or_no', 'scheme.yaml', 'needsName: true', 'needsName: yes', 'scheme.yaml:41:16'],
  [
    'nothing_in_force',
    'scheme.yaml',
    'level: silver, opensOn: 2025-04-01',
    'level: silver, opensOn: 2025-03-31',
    'scheme.yaml:72:31',
  ],
  ['number_check_place', 'numbers.yaml', 'NZA/{seq:6}/{check}', 'NZA/{check}/{seq:6}', 'numbers.yaml:3:27'],
  ['number_literal', 'numbers.yaml', 'NZA/', 'NZa/', 'numbers.yaml:3:27'],
  ['number_sequence', 'numbers.yaml', 'NZA/{seq:6}', 'NZA/{seq:3}/{seq:3}', 'numbers.yaml:3:27'],
  ['number_unknown_field', 'numbers.yaml', 'NZA/', 'NZA/{month}', 'numbers.yaml:3:27'],
  ['number_year_missing', 'numbers.yaml', 'restart: never', 'restart: yearly', 'numbers.yaml:3:27'],
  ['numbers_alike', 'numbers.yaml', 'NZC/', 'NZA/', 'numbers.yaml:4:26'],
  ['out_of_range', 'fees.yaml', 'amount: 900', 'amount: 899.5', 'fees.yaml:12:13'],
  ['period_gap', 'terms.yaml', 'until: 2025-06-30', 'until: 2025-06-29', 'terms.yaml:11:24'],
  ['period_overlap', 'criteria/basics.yaml', 'until: 2025-12-31', 'until: 2026-01-01', 'criteria/basics-2.yaml:9:20'],
  ['period_reversed', 'fees.yaml', '{ from: 2024-07-01 }', '{ from: 2024-07-01, until: 2024-06-30 }', 'fees.yaml:7:16'],
  [
    'renewal_window_empty',
    'validity.yaml',
    'opensMonthsBefore: 3, closesWeeksBefore: 0',
    'opensMonthsBefore: 3, closesWeeksBefore: 12',
    'validity.yaml:11:14',
  ],
  ['unknown_choice', 'clocks.yaml', 'count: business', 'count: working', 'clocks.yaml:3:41'],
  [
    'unknown_key',
    'product-types.yaml',
    'safetyFunction: true',
    'safetyFunction: true\n    colour: red',
    'product-types.yaml:13:5',
  ],
  [
    'unknown_reference',
    'criteria/basics-2.yaml',
    'appliesTo: [has-radio]',
    'appliesTo: [has-wheels]',
    'criteria/basics-2.yaml:68:17',
  ],
  ['unknown_zone', 'scheme.yaml', 'Pacific/Auckland', 'Pacific/Aukland', 'scheme.yaml:8:7'],
  ['yaml_syntax', 'claims.yaml', '  says:', '  says: [', 'claims.yaml:4:5'],
];

for (const [code, file, from, to, at] of PLANTED) {
  test(`a scheme with ${code} is refused at ${at}`, () => {
    const found = places(faultsOf(withEdit(file, from, to)));
    assert.ok(found.includes(`${code} ${at}`), found.join('\n'));
    if (!['period_reversed', 'number_check_place', 'yaml_syntax'].includes(code))
      assert.equal(found.length, 1, found.join('\n'));
  });
}

test('files that are missing, too large or no part of a scheme are named', () => {
  const files = new Map(SECOND);
  files.delete('fees.yaml');
  files.set('notes.yaml', 'a: 1').set('terms.yaml', '#'.repeat(1_000_001));
  equal(places(faultsOf(files)), [
    'missing_file fees.yaml:1:1',
    'unknown_file notes.yaml:1:1',
    'file_too_large terms.yaml:1:1',
  ]);
});

test('a scheme without any criteria is told that the folder is empty', () => {
  const files = new Map([...SECOND].filter(([file]) => !file.startsWith('criteria/')));
  assert.ok(places(faultsOf(files)).includes('missing_file criteria/*.yaml:1:1'));
});

test('every fault code has a planted fault', () => {
  const planted = new Set<string>([...PLANTED.map(([code]) => code), 'missing_file', 'unknown_file', 'file_too_large']);
  const codes: readonly string[] = [...SHAPE_FAULT_CODES, ...CONTENT_FAULT_CODES];
  equal(
    codes.filter((code) => !planted.has(code)),
    [],
  );
});

test('all faults of all files are reported at once, by file and from top to bottom', () => {
  const files = withEdit('fees.yaml', 'level: silver', 'level: tin\n    rebate: 5')
    .set('clocks.yaml', SECOND.get('clocks.yaml')?.replace('days: 14', 'days: 0') ?? '')
    .set('scheme.yaml', SECOND.get('scheme.yaml')?.replace('zone: Pacific/Auckland', 'zone: Nowhere') ?? '');
  equal(places(faultsOf(files)), [
    'out_of_range clocks.yaml:5:26',
    'unknown_key fees.yaml:12:5',
    'unknown_zone scheme.yaml:8:7',
  ]);
});

test('a part that cannot be read is reported once and not again wherever it is referred to', () => {
  const found = places(faultsOf(withEdit('product-types.yaml', 'productGroups:', 'groups:')));
  equal(found, ['missing_key product-types.yaml:2:1', 'unknown_key product-types.yaml:2:1']);
});

test('an offset or another spelling of a zone is no zone', () => {
  for (const zone of ["'+13:00'", 'pacific/auckland', "'2020-01-01T00:00Z[Pacific/Auckland]'"]) {
    equal(places(faultsOf(withEdit('scheme.yaml', 'Pacific/Auckland', zone))), ['unknown_zone scheme.yaml:8:7']);
  }
});

test('deep nesting is refused before it can exhaust the stack', () => {
  for (const bomb of ['['.repeat(500_000), '- '.repeat(300_000), '? '.repeat(300_000), '{a: '.repeat(200_000)]) {
    equal(places(faultsOf(new Map(SECOND).set('fees.yaml', bomb))), ['yaml_syntax fees.yaml:1:1']);
  }
});

test('a file that is empty or names what every object has is refused like any other', () => {
  const after = (text: string) => places(faultsOf(new Map(SECOND).set('fees.yaml', text)));
  equal(after(''), ['not_a_map fees.yaml:1:1']);
  equal(after('fees: []\n__proto__: { a: 1 }\n'), ['unknown_key fees.yaml:2:1']);
  equal(after('\ufefffees: []\r\nconstructor: 1\r\n'), ['unknown_key fees.yaml:2:1']);
});

test('no text, however broken, makes the reader throw', () => {
  const pieces = [
    'fees:',
    '\n',
    '  ',
    '- ',
    'id: a',
    '{',
    '}',
    '[',
    ']',
    ',',
    ': ',
    '"',
    "'",
    '&a',
    '*a',
    '!!set',
    '!x',
    '<<: ',
    '|',
  ];
  const rare = [
    '>',
    '#',
    '---',
    '...',
    '%YAML 3',
    '? ',
    'null',
    '.nan',
    '2026-01-01',
    '\t',
    '__proto__: 1',
    '\u0000',
    '\ud800',
    '値',
  ];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces, ...rare), { maxLength: 40 }), (text) => {
      assert.ok(faultsOf(new Map([['fees.yaml', text.join('')]])).length > 0);
    }),
    { numRuns: 1000 },
  );
});
