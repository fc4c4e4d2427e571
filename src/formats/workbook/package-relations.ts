import { localName, tagAttributes } from './tag-attributes.ts';
import { scanMarkup } from './scan-markup.ts';

/** One relationship of an OPC package (ISO/IEC 29500-2, 6.5 (unconfirmed)). */
type Relation = {
  readonly id: string;
  /** The last step of the type's URI, such as `worksheet`; transitional and strict files agree on it. */
  readonly kind: string;
  readonly target: string;
  readonly external: boolean;
};

/** The relationships written in a `.rels` part. */
export function readRelations(rels: Uint8Array): Relation[] {
  const relations: Relation[] = [];
  scanMarkup(rels, (tag) => {
    if (tag.closing || localName(rels, tag) !== 'Relationship') return undefined;
    const attributes = tagAttributes(rels, tag);
    const type = attributes.get('Type') ?? '';
    relations.push({
      id: attributes.get('Id') ?? '',
      kind: type.slice(type.lastIndexOf('/') + 1),
      target: attributes.get('Target') ?? '',
      external: attributes.get('TargetMode')?.toLowerCase() === 'external',
    });
    return undefined;
  });
  return relations;
}

/** The name of the part a target points to, seen from the folder of the part that names it. */
export function resolveTarget(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const steps = folder.split('/').filter(Boolean);
  for (const step of target.split('/').filter(Boolean)) {
    if (step === '..') steps.pop();
    else if (step !== '.') steps.push(step);
  }
  return steps.join('/');
}

/** The folder of a part; empty at the root. */
export function folderOf(part: string): string {
  return part.slice(0, Math.max(part.lastIndexOf('/'), 0));
}

/** Where the relationships of a part are written. */
export function relationsPart(part: string): string {
  const folder = folderOf(part);
  const file = folder === '' ? part : part.slice(folder.length + 1);
  return folder === '' ? `_rels/${file}.rels` : `${folder}/_rels/${file}.rels`;
}
