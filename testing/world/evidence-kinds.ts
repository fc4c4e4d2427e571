import type { Criterion } from '../../src/core/scheme/scheme.ts';
import type { ProductDescription } from './product-description.ts';

/** The kinds of evidence files the world's vendors keep. */
export const EVIDENCE_KINDS = [
  'design',
  'test-record',
  'interfaces',
  'port-scan',
  'components',
  'vulnerability-procedure',
  'manual',
] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

const NAMES: Readonly<Record<EvidenceKind, (code: string) => string>> = {
  design: (code) => `${code}_設計説明書.txt`,
  'test-record': (code) => `${code}_実機試験記録.csv`,
  interfaces: (code) => `${code}_インタフェース一覧.csv`,
  'port-scan': (code) => `${code}_ポートスキャン結果.txt`,
  components: (code) => `${code}_構成要素一覧.cdx.json`,
  'vulnerability-procedure': () => '脆弱性対応手順書.txt',
  manual: (code) => `${code}_取扱説明書抜粋.txt`,
};

/** The name of an evidence file of a product; the procedure for vulnerabilities is one for all products of a vendor. */
export function evidenceName(kind: EvidenceKind, product: Pick<ProductDescription, 'code'>): string {
  return NAMES[kind](product.code);
}

/** Provisions of ETSI EN 303 645 for which a kind of evidence speaks; a trailing hyphen stands for the whole clause. */
const SPEAKS_FOR: readonly (readonly [EvidenceKind, readonly string[]])[] = [
  ['vulnerability-procedure', ['5.2-', '5.3-8']],
  ['components', ['5.3-1', '5.3-2']],
  ['manual', ['5.3-11', '5.3-13', '5.11-', '5.12-']],
];

function speaksFor(provisions: readonly string[], stated: readonly string[]): boolean {
  return stated.some((id) =>
    provisions.some((wanted) => (wanted.endsWith('-') ? id.startsWith(wanted) : id === wanted)),
  );
}

/** The evidence a vendor shows for a criterion; never none. */
export function evidenceKindsFor(criterion: Criterion): readonly EvidenceKind[] {
  const kinds: EvidenceKind[] = criterion.perInterface ? ['interfaces', 'port-scan'] : [];
  for (const [kind, provisions] of SPEAKS_FOR) {
    if (speaksFor(provisions, criterion.en303645)) kinds.push(kind);
  }
  if (criterion.methods.includes('device-test') && !criterion.perInterface) kinds.push('test-record');
  return kinds.length === 0 ? ['design'] : kinds;
}
