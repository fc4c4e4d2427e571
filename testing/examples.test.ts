import assert from 'node:assert/strict';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { applicationGaps } from '../src/core/case/application-gaps.ts';
import { fromApplicationJson } from '../src/formats/application-form/application-json.ts';
import { readableForm } from '../src/formats/application-form/readable-form.ts';
import { closeWorkbookReader } from '../src/formats/workbook/read-workbook.ts';
import { findingLines } from '../src/cli/application-faults-text.ts';
import { asPlain } from './builders/as-plain.ts';
import { COMPLETE_VENDOR, evidenceNames } from './builders/application.ts';
import { EXAMPLE_DAY, homeGateway } from './builders/home-gateway.ts';
import { applicationSchemaText, SCHEMA_FILE } from './generate-application-schema.ts';
import { EXAMPLE_FILES, EXAMPLE_FORM, exampleContents, findingsOf } from './generate-examples.ts';
import { schemaFaults } from './json-schema.ts';
import { japaneseScheme } from './schemes.ts';
import { equal } from './equal.ts';

after(closeWorkbookReader);

const EXAMPLE = homeGateway(japaneseScheme);
const json: unknown = JSON.parse(readFileSync(EXAMPLE_FILES.json, 'utf8'));
const schema = JSON.parse(readFileSync(SCHEMA_FILE, 'utf8')) as Readonly<Record<string, unknown>>;

test('the example application covers twelve models and lacks nothing, now and years from now', () => {
  assert.equal(EXAMPLE.models.length, 12);
  const attached = new Set(readdirSync(EXAMPLE_FILES.evidence));
  for (const today of [EXAMPLE_DAY, EXAMPLE_DAY.add({ years: 5 })]) {
    const facts = { scheme: EXAMPLE_FORM.scheme, set: EXAMPLE_FORM.set, vendor: COMPLETE_VENDOR, attached, today };
    equal(applicationGaps({ application: EXAMPLE, ...facts }), []);
  }
});

test('every evidence file of the example is spoken of, and together they stay small', () => {
  const files = readdirSync(EXAMPLE_FILES.evidence);
  equal(files.toSorted(), evidenceNames(EXAMPLE).toSorted());
  const bytes = files.reduce((sum, name) => sum + statSync(join(EXAMPLE_FILES.evidence, name)).size, 0);
  assert.ok(bytes > 10_000 && bytes <= 200_000, String(bytes));
});

test('the example workbook arrives without anything to mend', async () => {
  equal(await findingsOf(readFileSync(EXAMPLE_FILES.workbook)), []);
});

test('the example in JSON says the same as the workbook and follows the published schema', () => {
  const read = fromApplicationJson(json, readableForm(EXAMPLE_FORM));
  assert.ok(read.ok);
  equal(asPlain(read.value), asPlain(EXAMPLE));
  equal(schemaFaults(json, schema), []);
});

test('the published schema notices what does not belong', () => {
  const spoilt = {
    ...(json as object),
    colour: 'red',
    level: 's9',
    answers: { 'vendor.corporateNumber': '12', 'x.y': 1 },
  };
  equal(schemaFaults(spoilt, schema), [
    '/level is not "s1"',
    '/answers/vendor.corporateNumber breaks its pattern',
    '/answers/x.y is not allowed',
    '/colour is not allowed',
  ]);
});

test('the faulty twin brings at least fifteen different mistakes, each told by the words that are committed', async () => {
  const findings = await findingsOf(readFileSync(EXAMPLE_FILES.faulty));
  assert.ok(new Set(findings.map(({ code }) => code)).size >= 15);
  const expected = readFileSync(EXAMPLE_FILES.messages, 'utf8').trimEnd().split('\n');
  equal(findingLines(findings, { language: 'ja', form: EXAMPLE_FORM }), expected);
});

test('the faulty twin is told in English too, in as many lines and without a Japanese sentence', async () => {
  const findings = await findingsOf(readFileSync(EXAMPLE_FILES.faulty));
  const lines = findingLines(findings, { language: 'en', form: EXAMPLE_FORM });
  assert.equal(lines.length, findings.length);
  equal(
    lines.filter((line) => /[。]|ください/.test(line)),
    [],
  );
});

test('the committed examples and the published schema are those the generators make', async () => {
  const contents = await exampleContents();
  for (const [name, content] of Object.entries(contents)) {
    const committed = readFileSync(EXAMPLE_FILES[name as keyof typeof contents]);
    assert.ok(Buffer.from(content).equals(committed), `${name} differs`);
  }
  assert.equal(await applicationSchemaText(), readFileSync(SCHEMA_FILE, 'utf8'));
});
