import type { WorkbookTemplate } from '../../src/formats/workbook/workbook-template.ts';
import { withEdits, withoutRow, type CellEdit } from './edited-template.ts';

function answer(row: string, value: string | null): CellEdit {
  return { sheet: '申請内容', row, column: '回答', value };
}

function criterion(row: string, column: string, value: string | null): CellEdit {
  return { sheet: '適合基準', row, column, value };
}

/** The mistakes of the faulty twin, as they arrive at the desk: misread numbers, wrong days, forgotten cells. */
export const MISTAKES: readonly CellEdit[] = [
  answer('vendor.corporateNumber', '９９９９９９００００１７'),
  answer('vendor.contactMail', 'label＠minato-networks'),
  answer('product.nameEn', null),
  answer('product.type', 'ホームゲートウエイ'),
  answer('product.sameDesign', '×'),
  answer('scope.general-purpose', '○'),
  answer('profile.keeps-state', null),
  answer('support.endsOn', '令和7年3月31日'),
  answer('vulnerability.policy', 'file:///psirt/index.html'),
  answer('evaluation.qualification', null),
  answer('review.reviewer', '江口　隆'),
  answer('review.completedOn', '2026/9/1'),
  answer('declaration.signedOn', '令和8年9月31日'),
  { sheet: '型番', row: 2, column: '型番', value: 'ＨＧＷ－７００Ｗ' },
  { sheet: '型番', row: 3, column: 'JANコード（GTIN）', value: '4900000070123' },
  { sheet: 'インタフェース', row: 2, column: 'データがインターネットに届くか', value: 'X' },
  { sheet: 'インタフェース', row: 3, column: '種類', value: '無線' },
  { sheet: '個人情報', row: 2, column: '利用目的', value: null },
  criterion('S1.1-01', '何によって満たすか：製品', null),
  criterion('S1.1-02', '証拠ファイル1', 'パスワード規則.pdf'),
  criterion('S1.1-03', '判定', '× 不適合'),
  criterion('S1.1-04', '判定', null),
  criterion('S1.1-05', '判定', '－ 非該当'),
  criterion('S1.1-07', '判定', '◎'),
  criterion('S1.1-09', '根拠の説明', null),
  criterion('S1.1-10', '証拠ファイル1', 'C:\\写真\\銘板.png'),
  criterion('S1.1-11', '判定の方法：文書', 'たぶん'),
  criterion('S1.1-12', '判定した日', '9/11'),
  criterion('S1.1-14', '判定したファームウェアの版', null),
  criterion('S1.1-16', '基準ID', 'S1.1-61'),
];

/** The example application with its mistakes worked in. */
export function faultyGateway(complete: WorkbookTemplate): WorkbookTemplate {
  return withoutRow(withEdits(complete, MISTAKES), '適合基準', 14);
}
