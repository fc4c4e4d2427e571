import type { SchemePath } from '../core/scheme/content-fault.ts';
import type { SchemeFault } from '../formats/scheme-files/scheme-fault.ts';
import { message, type MessageLanguage } from '../i18n/message.ts';

/** A path as people write it: `fees[2].effective.from`. */
function pathText(path: SchemePath): string {
  return path
    .map((key, index) => (typeof key === 'number' ? `[${String(key)}]` : index === 0 ? key : `.${key}`))
    .join('');
}

/** The line printed for each fault: where it is, in the form editors and terminals make clickable, and how to mend it. */
export function schemeFaultLines(
  faults: readonly SchemeFault[],
  language: MessageLanguage,
  folder: string,
): readonly string[] {
  const base = folder.replace(/\/+$/, '');
  return faults.map((fault) => {
    const place = `${base}/${fault.file}:${String(fault.line)}:${String(fault.column)}`;
    const path = fault.path.length === 0 ? '' : ` ${pathText(fault.path)}`;
    return `${place}${path} ${message(language, `scheme.fault.${fault.code}`, fault.params)}`;
  });
}
