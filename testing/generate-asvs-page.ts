import { requirementsToLevelTwo } from './security/asvs-numbers.ts';
import { asvsTable, type AsvsRow, type Proof } from './security/asvs-table.ts';

const HEAD = `<!-- Written by \`npm run generate\` from docs/security/asvs.yaml. -->

# OWASP ASVS 5.0.0, levels 1 and 2

Every requirement of levels 1 and 2 of the [OWASP Application Security Verification Standard 5.0.0](https://owasp.org/www-project-application-security-verification-standard/), what it asks in our own words, and what covers it here. A test fails when a test, heading or file named here does not exist. "Open" is what is still missing, or the operator's to do.

`;

const CHAPTERS: Readonly<Record<string, string>> = {
  V1: 'Encoding and sanitization',
  V2: 'Validation and business logic',
  V3: 'Web front end',
  V4: 'API and web service',
  V5: 'Files',
  V6: 'Authentication',
  V7: 'Sessions',
  V8: 'Authorization',
  V9: 'Self-contained tokens',
  V10: 'OAuth and OIDC',
  V11: 'Cryptography',
  V12: 'Secure communication',
  V13: 'Configuration',
  V14: 'Data protection',
  V15: 'Secure coding',
  V16: 'Logging and errors',
  V17: 'WebRTC',
};

const cell = (text: string): string => text.replaceAll('|', '\\|');
const link = (file: string): string => `[${file.split('/').at(-1) ?? file}](../../${file})`;

function proofCell(proof: Proof): string {
  if ('test' in proof) return `${link(proof.test)}: ${proof.name}`;
  if ('document' in proof) return `${link(proof.document)}, ${proof.heading}`;
  return link(proof.code);
}

function statusOf({ by, not, open }: AsvsRow): string {
  if (not !== undefined) return 'does not apply';
  if (open === undefined) return 'covered';
  return by === undefined ? 'open' : 'partly';
}

function rowLine(row: AsvsRow, level: number): string {
  const reasons = [row.not, row.open].filter((reason) => reason !== undefined);
  const covered = [...(row.by ?? []).map(proofCell), ...reasons].join('<br>');
  return `| ${[row.id, String(level), row.asks, statusOf(row), covered].map(cell).join(' | ')} |`;
}

function summary(rows: readonly AsvsRow[]): readonly string[] {
  const kinds = ['covered', 'partly', 'open', 'does not apply'];
  const lines = Object.entries(CHAPTERS).map(([chapter, title]) => {
    const own = rows.filter(({ id }) => id.startsWith(`${chapter}.`));
    const counts = kinds.map((kind) => String(own.filter((row) => statusOf(row) === kind).length));
    return `| ${chapter} ${title} | ${counts.join(' | ')} |`;
  });
  return [`| Chapter | ${kinds.join(' | ')} |`, `| --- |${' --- |'.repeat(kinds.length)}`, ...lines, ''];
}

/** The table of ASVS as a page of the documentation. */
export function asvsPage(): string {
  const rows = asvsTable();
  const levels = new Map(requirementsToLevelTwo().map(({ id, level }) => [id, level]));
  const chapters = Object.entries(CHAPTERS).flatMap(([chapter, title]) => [
    `## ${chapter} ${title}`,
    '',
    '| No. | Level | Asks | State | Covered by |',
    '| --- | --- | --- | --- | --- |',
    ...rows.filter(({ id }) => id.startsWith(`${chapter}.`)).map((row) => rowLine(row, levels.get(row.id) ?? 0)),
    '',
  ]);
  return HEAD + [...summary(rows), ...chapters].join('\n');
}
