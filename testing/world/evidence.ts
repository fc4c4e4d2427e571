import type { Application } from '../../src/core/case/application.ts';
import type { CriteriaSet } from '../../src/core/scheme/scheme.ts';
import { EVIDENCE_KINDS, evidenceName, type EvidenceKind } from './evidence-kinds.ts';
import type { vendorOf } from './organisations.ts';
import type { WorldProduct } from './products.ts';

/** What evidence files tell about. */
type EvidenceSubject = {
  readonly product: WorldProduct;
  readonly vendor: ReturnType<typeof vendorOf>;
  readonly set: CriteriaSet;
  readonly application: Application;
};

/** A file as a vendor would attach it. */
export type EvidenceFile = { readonly name: string; readonly mediaType: string; readonly text: string };

const MEDIA_TYPES: Readonly<Record<string, string>> = { txt: 'text/plain', csv: 'text/csv', json: 'application/json' };

function csv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\r\n');
}

function heading(title: string, { product, vendor }: EvidenceSubject): string {
  return [title, `${product.name.ja}（${product.code}）`, vendor.name, `対象ファームウェア ${product.firmware}`].join(
    '\n',
  );
}

function design(subject: EvidenceSubject): string {
  const { set, application } = subject;
  const sections = application.determinations.flatMap((row) => {
    const criterion = set.criteria.find(({ id }) => id === row.criterion);
    return criterion === undefined
      ? []
      : [`${criterion.id} ${criterion.title.ja}\n${row.explanation ?? '認証の相互承認による。'}`];
  });
  return [heading('設計説明書', subject), ...new Set(sections)].join('\n\n');
}

function testRecord({ set, application }: EvidenceSubject): string {
  const rows = application.determinations.flatMap((row) => {
    const criterion = set.criteria.find(({ id }) => id === row.criterion);
    if (criterion?.methods.includes('device-test') !== true || row.verdict !== 'conforms') return [];
    const day = row.determinedOn?.toString() ?? '';
    return [[criterion.id, criterion.title.ja, row.interface ?? '', '適合', day, row.determinedBy ?? '']];
  });
  return csv([['番号', '項目', '対象の口', '結果', '実施日', '担当'], ...rows]);
}

function interfaceList({ application }: EvidenceSubject): string {
  const rows = application.interfaces.map(({ name, medium, speaksIp, overInternet, purpose }) => [
    name ?? '',
    medium ?? '',
    speaksIp === true ? 'IP通信あり' : 'IP通信なし',
    overInternet === true ? 'インターネット経由' : '構内のみ',
    purpose ?? '',
  ]);
  return csv([['名前', '種類', 'IP', '範囲', '使う理由'], ...rows]);
}

function portScan(subject: EvidenceSubject): string {
  const ports = subject.application.interfaces.flatMap(({ name, speaksIp }) =>
    speaksIp === true
      ? [`[${name ?? ''}] 443/tcp open https（管理画面）`, `[${name ?? ''}] その他 65,534/tcp closed`]
      : [],
  );
  return [heading('ポートスキャン結果', subject), ...ports, '既知の脆弱性の検査: 該当なし'].join('\n');
}

function components({ product, vendor }: EvidenceSubject): string {
  const parts = [
    { type: 'operating-system', name: 'linux', version: '6.12.41' },
    { type: 'library', name: 'mbedtls', version: '3.6.4' },
    { type: 'library', name: 'busybox', version: '1.37.0' },
  ];
  const component = {
    type: 'firmware',
    name: product.code,
    version: product.firmware,
    supplier: { name: vendor.nameEn },
  };
  return JSON.stringify(
    { bomFormat: 'CycloneDX', specVersion: '1.6', version: 1, metadata: { component }, components: parts },
    null,
    2,
  );
}

function vulnerabilityProcedure({ vendor }: EvidenceSubject): string {
  return [
    '脆弱性対応手順書 第2版',
    vendor.name,
    `報告の窓口: ${vendor.vendor.vulnerabilityContact}`,
    '1 受付から3営業日以内に最初の返信をする。',
    '2 深刻度をCVSS v4.0と影響する台数で決める。',
    '3 緊急は14日、重要は60日、その他は次の定期の更新で直す。',
    '4 使っている外部の部品の脆弱性は、毎週、構成要素一覧と照らして調べる。',
    `5 公表の考え方: ${vendor.vendor.policy}`,
  ].join('\n');
}

function manual(subject: EvidenceSubject): string {
  const support = subject.application.answers['support.endsOn']?.toString() ?? '';
  return [
    heading('取扱説明書（抜粋）', subject),
    '12頁 更新のしかた: 設定、本体、ソフトウェアの更新の順に選びます。',
    '15頁 手放すとき: 設定、本体、初期化を選ぶと、保存された情報が全て消えます。',
    `18頁 サポート: セキュリティの更新は${support}まで提供します。`,
  ].join('\n');
}

const WRITERS: Readonly<Record<EvidenceKind, (subject: EvidenceSubject) => string>> = {
  design,
  'test-record': testRecord,
  interfaces: interfaceList,
  'port-scan': portScan,
  components,
  'vulnerability-procedure': vulnerabilityProcedure,
  manual,
};

/** The files a product's application names as evidence, written. */
export function evidenceFiles(subject: EvidenceSubject): readonly EvidenceFile[] {
  const named = new Set(subject.application.determinations.flatMap((row) => row.evidence ?? []));
  return EVIDENCE_KINDS.flatMap((kind) => {
    const name = evidenceName(kind, subject.product);
    if (!named.has(name)) return [];
    const ending = name.slice(name.lastIndexOf('.') + 1);
    return [{ name, mediaType: MEDIA_TYPES[ending] ?? 'application/octet-stream', text: WRITERS[kind](subject) }];
  });
}
