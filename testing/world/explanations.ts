import type { Criterion } from '../../src/core/scheme/scheme.ts';
import type { ProductDescription } from './product-description.ts';

type Explain = (product: ProductDescription) => string;

const wayIn = ({ interfaces }: ProductDescription): string => interfaces.map(({ name }) => name).join('、');

/** How products of the world meet the criteria of the first level, by criterion. */
const EXPLANATIONS: Readonly<Record<string, Explain>> = {
  'S1.1-01': (product) =>
    `設定に届く入口は${wayIn(product)}経由の管理画面とアプリです。どちらも利用者ごとの認証の後だけ操作でき、認証なしで届く入口がないことを設計説明書の一覧で確かめました。`,
  'S1.1-02': () =>
    '初期パスワードは製造のときに個体ごとに乱数から作り、本体の銘板に印刷します。50台分を調べ、重なりと規則性がないことを確かめました。',
  'S1.1-03': () =>
    '管理画面の「利用者」からパスワードなどの認証値を変えられます。取扱説明書に手順があり、実機でも変えられました。',
  'S1.1-04': () =>
    '認証に5回失敗すると1分間受け付けず、以後は待ち時間が倍になります。1,000回の試行を実機で行い、記録しました。',
  'S1.1-05': () =>
    '脆弱性の報告先、回答までの日数、公表の考え方を公開しています。報告への最初の返信は3営業日以内です。',
  'S1.1-06': ({ firmware }) =>
    `一つ前の版から${firmware}に更新し、電源を入れ直しても版が戻らないことを実機で確かめました。主な構成要素は一覧のとおり、全て更新できます。`,
  'S1.1-07': () => '更新の操作は3回以内で終わります。初めて使う人2名に試してもらい、案内なしで終えられました。',
  'S1.1-08': () =>
    '署名を1ビット変えた更新ファイルと、別の鍵で署名した更新ファイルが、どちらも拒まれることを実機で確かめました。',
  'S1.1-09': () =>
    '深刻度はCVSSと影響する台数で決めます。緊急は14日、重要は60日以内に更新を出すことを目標とする手順書があります。',
  'S1.1-10': () => '型番は本体の銘板に、ソフトウェアの版は管理画面の最初の頁に表示されます。',
  'S1.1-11': () =>
    '認証値は一方向に変換し、鍵と個人情報は機器ごとの鍵で暗号化して保存しています。基板から読み出した内容を調べました。',
  'S1.1-12': () =>
    '外部との通信は全てTLS 1.3（相手によりTLS 1.2）で、証明書を確かめます。偽の証明書では接続しないことを記録しました。',
  'S1.1-13': () =>
    '全ての口を調べ、動作に必要なものだけが開いていることを確かめました。開いている口の理由は一覧にあります。',
  'S1.1-14': () => '電源と回線を10回ずつ抜き差しし、認証値と設定がその都度保たれることを実機で確かめました。',
  'S1.1-15': () => '初期化の操作で利用者の情報が消えることを、初期化の前後で読み出して確かめました。',
  'S1.1-16': () => '更新の方法、サポート期間、捨てるときの注意を、製品の頁と取扱説明書に書いています。',
};

/** How a product meets a criterion, in the words of whoever determined it. */
export function explanationOf(criterion: Criterion, product: ProductDescription): string {
  const explain = EXPLANATIONS[criterion.id];
  if (explain !== undefined) return explain(product);
  const how = criterion.methods.includes('device-test') ? '実機で試験して' : '設計の文書により';
  return `「${criterion.title.ja}」を満たすことを${how}確かめました。記録は証拠のとおりです。`;
}

/** Why a criterion does not apply to a product that lacks what it speaks of. */
export function notApplicableExplanation(criterion: Criterion): string {
  return `${criterion.notApplicableWhen?.ja ?? ''}ため、該当しません。プロファイルの回答と設計説明書で確かめました。`;
}
