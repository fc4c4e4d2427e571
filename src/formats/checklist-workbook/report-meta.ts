import type { Form } from '../application-form/form-choices.ts';
import { CHECKLIST_VERSION } from './checklist-version.ts';
import type { Findings } from './findings.ts';
import type { ChecklistMeta } from './read-meta.ts';

function reportVersion(version: string, findings: Findings): void {
  const params = { found: version, expected: String(CHECKLIST_VERSION) };
  if (!/^\d{1,6}$/.test(version) || Number(version) > CHECKLIST_VERSION) {
    findings.faults.push({ code: 'version_unknown', path: '', params });
  } else if (Number(version) < CHECKLIST_VERSION) findings.note('older_template', undefined, params);
}

/** Holds what a workbook says of itself against the form it is read for: another scheme or level is a fault, age a note. */
export function reportMeta(meta: ChecklistMeta | undefined, { scheme, set }: Form, findings: Findings): void {
  if (meta === undefined) {
    findings.note('template_unknown', undefined, {});
    return;
  }
  reportVersion(meta.version, findings);
  if (meta.scheme !== scheme.id) {
    findings.faults.push({ code: 'other_scheme', path: '', params: { found: meta.scheme, expected: scheme.id } });
  }
  if (meta.level !== set.level) {
    findings.faults.push({ code: 'other_level', path: '', params: { found: meta.level, expected: set.level } });
  }
  const [found, expected] = [`${meta.set} ${meta.setVersion}`, `${set.id} ${set.version}`];
  if (found !== expected) findings.note('other_set', undefined, { found, expected });
}
