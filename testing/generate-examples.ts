import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { findingLines } from '../src/cli/application-faults-text.ts';
import type { ApplicationFinding } from '../src/formats/checklist-workbook/described-findings.ts';
import { formWords } from '../src/cli/words.ts';
import { applicationGaps } from '../src/core/case/application-gaps.ts';
import { toApplicationJson } from '../src/formats/application-form/application-json.ts';
import { checklistLexicon } from '../src/formats/checklist-workbook/checklist-lexicon.ts';
import { checklistTemplate } from '../src/formats/checklist-workbook/checklist-template.ts';
import { placedGaps } from '../src/formats/checklist-workbook/placed-gaps.ts';
import { readChecklist } from '../src/formats/checklist-workbook/read-checklist.ts';
import { readWorkbook } from '../src/formats/workbook/read-workbook.ts';
import type { WorkbookTemplate } from '../src/formats/workbook/workbook-template.ts';
import { writeWorkbook } from '../src/formats/workbook/write-workbook.ts';
import { COMPLETE_VENDOR, setFor } from './builders/application.ts';
import { faultyGateway } from './builders/faulty-gateway.ts';
import { EXAMPLE_DAY, homeGateway } from './builders/home-gateway.ts';
import { japaneseScheme } from './schemes.ts';

const ROOT = join(import.meta.dirname, '..', 'examples');

/** The files of the examples that this program makes, by their place under `examples`. */
export const EXAMPLE_FILES = {
  workbook: join(ROOT, 'home-gateway', 'application.xlsx'),
  json: join(ROOT, 'home-gateway', 'application.json'),
  evidence: join(ROOT, 'home-gateway', 'evidence'),
  faulty: join(ROOT, 'home-gateway-faulty', 'application.xlsx'),
  messages: join(ROOT, 'home-gateway-faulty', 'expected-messages.txt'),
} as const;

const { set } = setFor(japaneseScheme, EXAMPLE_DAY);

/** The form the examples are made for: the first level of the Japanese scheme. */
export const EXAMPLE_FORM = { scheme: japaneseScheme, set, words: formWords };

async function bytesOf(template: WorkbookTemplate): Promise<Uint8Array> {
  const written = await writeWorkbook(template);
  if (!written.ok) throw new Error(JSON.stringify(written.error));
  return written.value;
}

/** Everything there is to mend in a workbook when it arrives on the day of the examples, with their evidence. */
export async function findingsOf(bytes: Uint8Array): Promise<readonly ApplicationFinding[]> {
  const tables = await readWorkbook(bytes);
  if (!tables.ok) throw new Error(tables.error.code);
  const read = readChecklist(tables.value, checklistLexicon(EXAMPLE_FORM));
  const [faults, reading] = read.ok ? [[], read.value] : [read.error.faults, read.error.reading];
  const gaps = applicationGaps({
    application: reading.application,
    scheme: japaneseScheme,
    set,
    vendor: COMPLETE_VENDOR,
    attached: new Set(readdirSync(EXAMPLE_FILES.evidence)),
    today: EXAMPLE_DAY,
  });
  return placedGaps(gaps, faults, reading);
}

/** The contents of the generated files, so that a test can hold the committed ones against them. */
export async function exampleContents(): Promise<
  Readonly<Record<'workbook' | 'json' | 'faulty' | 'messages', Uint8Array>>
> {
  const application = homeGateway(japaneseScheme);
  const template = checklistTemplate({ form: EXAMPLE_FORM, language: 'ja', today: EXAMPLE_DAY, application });
  const json = JSON.stringify({
    $schema: '../../docs/application.schema.json',
    ...toApplicationJson(application, EXAMPLE_FORM),
  });
  const faulty = await bytesOf(faultyGateway(template));
  const lines = findingLines(await findingsOf(faulty), { language: 'ja', form: EXAMPLE_FORM });
  const pretty = await format(json, { ...(await resolveConfig(EXAMPLE_FILES.json)), parser: 'json' });
  return {
    workbook: await bytesOf(template),
    json: Buffer.from(pretty),
    faulty,
    messages: Buffer.from(`${lines.join('\n')}\n`),
  };
}
