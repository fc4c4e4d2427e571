import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Scheme } from '../src/core/scheme/scheme.ts';
import { toApplicationJson } from '../src/formats/application-form/application-json.ts';
import { completeApplication, COMPLETE_VENDOR, evidenceNames, setFor } from '../testing/builders/application.ts';
import { scratchDirectory } from '../testing/scratch.ts';
import type { RunningShirushi } from './running-shirushi.ts';

/** Who applies. */
export const VENDOR = 'signatory@minato.example';
/** Who decides. */
export const [OFFICER, SECOND, THIRD] = [
  'one@operator.example',
  'two@operator.example',
  'three@operator.example',
] as const;

/** Registers three officers, and a vendor with one who signs for it. */
export async function registerParties({ json }: RunningShirushi): Promise<void> {
  const operator = await json(
    'organisation',
    'register',
    '--kind',
    'operator',
    '--name',
    '運営',
    '--address',
    '東京都',
  );
  for (const mail of [OFFICER, SECOND, THIRD]) {
    const person = [
      '--name',
      mail,
      '--mail',
      mail,
      '--role',
      'label-officer',
      '--organisation',
      String(operator['id']),
    ];
    await json('person', 'register', ...person);
  }
  const { name, corporateNumber } = COMPLETE_VENDOR;
  const organisation = ['--name', name, '--corporate-number', corporateNumber, '--address', '横浜市'];
  const vendor = await json('organisation', 'register', ...organisation);
  const person = ['--name', '江口 隆', '--mail', VENDOR, '--role', 'vendor-signatory'];
  await json('person', 'register', ...person, '--organisation', String(vendor['id']));
}

/** Writes the application of a scheme as JSON with its evidence beside it, and answers with the file. */
export function writeApplication(
  scheme: Scheme,
  evidenceOf: (name: string) => string | Uint8Array = (name) => `evidence of ${name}`,
): string {
  const folder = scratchDirectory();
  const today = Temporal.Now.plainDateISO(scheme.zone);
  const application = completeApplication(scheme, today);
  const { set } = setFor(scheme, today);
  mkdirSync(join(folder, 'evidence'));
  for (const name of evidenceNames(application)) writeFileSync(join(folder, 'evidence', name), evidenceOf(name));
  const file = join(folder, 'application.json');
  writeFileSync(file, JSON.stringify(toApplicationJson(application, { scheme, set })));
  return file;
}
