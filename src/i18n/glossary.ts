/** One word of the scheme: how both languages say it, where it comes from, and what the code calls it. */
export type GlossaryTerm = {
  readonly term: string;
  readonly ja: string;
  readonly source: string;
  /** An identifier or string of the source code; empty while no code needs the word. */
  readonly code: string;
  readonly meaning: { readonly en: string; readonly ja: string };
};

/** Words that belong together. */
export type GlossarySection = {
  readonly heading: { readonly en: string; readonly ja: string };
  readonly terms: readonly GlossaryTerm[];
};

/** The words of the scheme. One word means one thing, in pages, documents and code. */
export const GLOSSARY: readonly GlossarySection[] = [
  {
    heading: { en: 'Functions of conformity assessment', ja: '適合性評価の機能' },
    terms: [
      {
        term: 'conformity assessment',
        ja: '適合性評価',
        source: 'ISO/IEC 17000',
        code: '',
        meaning: {
          en: 'Showing that what was specified about a product, body or person is met.',
          ja: '製品、機関又は人について定められたことが満たされているのを示すこと。',
        },
      },
      {
        term: 'selection',
        ja: '選択',
        source: 'ISO/IEC 17000',
        code: '',
        meaning: {
          en: 'Planning and preparation: which criteria apply, to what, and by which methods they will be determined.',
          ja: 'どの基準を何に対してどの方法で調べるかを決める、計画と準備。',
        },
      },
      {
        term: 'determination',
        ja: '確定',
        source: 'ISO/IEC 17000',
        code: '',
        meaning: {
          en: 'Finding out the facts that conformity is judged by.',
          ja: '適合性を判断するための事実を確かめる活動。',
        },
      },
      {
        term: 'review',
        ja: 'レビュー',
        source: 'ISO/IEC 17000',
        code: '',
        meaning: {
          en: 'Judging whether selection, determination and their results are suitable, sufficient and effective.',
          ja: '選択と確定の活動及びその結果が、適切で十分で有効かを確かめること。',
        },
      },
      {
        term: 'decision',
        ja: '決定',
        source: 'ISO/IEC 17000:2020',
        code: '',
        meaning: {
          en: 'The conclusion, drawn from the review, that conformity has or has not been shown.',
          ja: '適合が実証されたか否かについて、レビューに基づき出す結論。',
        },
      },
      {
        term: 'attestation',
        ja: '証明',
        source: 'ISO/IEC 17000',
        code: '',
        meaning: {
          en: 'The statement, issued on the strength of a decision, that the requirements are shown to be met.',
          ja: '決定に基づき、要求事項を満たすことが実証されたと表明すること。',
        },
      },
      {
        term: 'declaration',
        ja: '自己適合宣言',
        source: 'ISO/IEC 17000; ISO/IEC 17050-1',
        code: '',
        meaning: {
          en: 'Attestation by the first party: the vendor of the product itself.',
          ja: '第一者、すなわち製品のベンダー自身による証明。',
        },
      },
      {
        term: 'certification',
        ja: '認証',
        source: 'ISO/IEC 17000',
        code: '',
        meaning: {
          en: 'Attestation by a third party, independent of vendor and user.',
          ja: 'ベンダーからも利用者からも独立した第三者による証明。',
        },
      },
      {
        term: 'accreditation',
        ja: '認定',
        source: 'ISO/IEC 17000',
        code: '',
        meaning: {
          en: "Attestation by a third party of a body's competence to assess.",
          ja: '機関に評価を行う能力があることの、第三者による証明。',
        },
      },
      {
        term: 'surveillance',
        ja: 'サーベイランス',
        source: 'ISO/IEC 17000',
        code: '',
        meaning: {
          en: 'Repeating assessment activities systematically so that a statement of conformity stays true.',
          ja: '適合の表明を有効に保つため、適合性評価活動を系統だてて繰り返すこと。',
        },
      },
      {
        term: 'specified requirement',
        ja: '規定要求事項',
        source: 'ISO/IEC 17000',
        code: '',
        meaning: {
          en: 'A need or expectation that is stated; in this scheme, a conformance criterion.',
          ja: '明示されたニーズ又は期待。本制度では適合基準。',
        },
      },
      {
        term: 'complaint',
        ja: '苦情',
        source: 'ISO/IEC 17000',
        code: '',
        meaning: {
          en: 'Dissatisfaction that anybody expresses, about anything in the scheme.',
          ja: '制度の何についてであれ、誰もが申し出られる不満。',
        },
      },
      {
        term: 'appeal',
        ja: '異議申立て',
        source: 'ISO/IEC 17000',
        code: '',
        meaning: {
          en: "A party's request that a decision about itself be looked at again.",
          ja: '当事者が、自らに対する決定の見直しを求めること。',
        },
      },
    ],
  },
  {
    heading: { en: 'Parties', ja: '関係者' },
    terms: [
      {
        term: 'scheme owner',
        ja: 'スキームオーナー',
        source: 'ISO/IEC 17067; METI slides',
        code: '',
        meaning: {
          en: 'Who makes and maintains the rules of the scheme.',
          ja: '制度の規則を定め、維持する者。',
        },
      },
      {
        term: 'label-issuing body',
        ja: 'ラベル付与機関',
        source: 'METI slides',
        code: '',
        meaning: {
          en: 'The function of the operator that grants and takes back labels.',
          ja: 'ラベルを付与し、取り消す、運営者の機能。',
        },
      },
      {
        term: 'certification body',
        ja: '認証機関',
        source: 'METI slides',
        code: '',
        meaning: {
          en: 'The function of the operator that reviews evaluations and certifies at ☆3 and ☆4.',
          ja: '☆3・☆4で評価結果をレビューし認証する、運営者の機能。',
        },
      },
      {
        term: 'conformity assessment body',
        ja: '適合性評価機関',
        source: 'ISO/IEC 17000',
        code: '',
        meaning: {
          en: 'An organisation that carries out conformity assessment.',
          ja: '適合性評価を行う機関。',
        },
      },
      {
        term: 'evaluation body',
        ja: '評価機関',
        source: 'METI slides',
        code: '',
        meaning: {
          en: 'An accredited laboratory, independent of maker and applicant, that evaluates at ☆3 and ☆4.',
          ja: '製造者と申請者から独立し、☆3・☆4で評価を行う、認定されたラボラトリ。',
        },
      },
      {
        term: 'laboratory',
        ja: 'ラボラトリ',
        source: 'ISO/IEC 17025',
        code: '',
        meaning: {
          en: 'An organisation that tests, calibrates, or samples for that purpose.',
          ja: '試験、校正、又はそのためのサンプリングを行う機関。',
        },
      },
      {
        term: 'accreditation body',
        ja: '認定機関',
        source: 'METI slides',
        code: '',
        meaning: {
          en: 'Who attests that laboratories are competent and keeps the record of it.',
          ja: 'ラボラトリの能力を認定し、その記録を保つ機関。',
        },
      },
      {
        term: 'assessment company',
        ja: '検証事業者',
        source: 'METI slides',
        code: '',
        meaning: {
          en: 'A company listed for device verification services that evaluates at ☆1 and ☆2 on request.',
          ja: '機器検証サービスの登録を受け、依頼により☆1・☆2の評価を行う事業者。',
        },
      },
      {
        term: 'qualified person',
        ja: '有資格者',
        source: 'METI slides',
        code: '',
        meaning: {
          en: 'Somebody whose qualification and knowledge of the evaluation guide let them evaluate or confirm an evaluation.',
          ja: '資格と評価ガイドの理解により、評価の実施又は確認ができる者。',
        },
      },
      {
        term: 'IoT product vendor',
        ja: 'IoT製品ベンダー',
        source: 'METI slides',
        code: '',
        meaning: {
          en: 'Who answers for a product, applies for its label and holds it.',
          ja: '製品に責任を負い、ラベルを申請し、保持する者。',
        },
      },
      {
        term: 'agent',
        ja: '代理店',
        source: 'METI slides',
        code: '',
        meaning: {
          en: 'Who applies in the place of a vendor with its consent.',
          ja: 'ベンダーの同意を得て、代わりに申請する者。',
        },
      },
      {
        term: 'mandate',
        ja: '委任状',
        source: 'METI slides',
        code: 'MandateId',
        meaning: {
          en: "A vendor's written consent that an agent acts for it.",
          ja: '代理店が代わりに行うことへの、ベンダーの書面による同意。',
        },
      },
      {
        term: 'holder',
        ja: 'ラベル保持者',
        source: 'own decision',
        code: '',
        meaning: {
          en: 'Whom a label was granted to, or who took it over.',
          ja: 'ラベルの付与を受けた者、又はそれを承継した者。',
        },
      },
      {
        term: 'organisation',
        ja: '組織',
        source: 'own decision',
        code: 'OrganisationId',
        meaning: {
          en: 'A company, office or body that takes part in the scheme.',
          ja: '制度に参加する企業、官公庁又は機関。',
        },
      },
      {
        term: 'procurer',
        ja: '調達者',
        source: 'METI slides',
        code: '',
        meaning: {
          en: 'Who sets rules for what may be bought, and buys by them.',
          ja: '購入の要件を定め、それに従って購入する者。',
        },
      },
    ],
  },
  {
    heading: { en: 'Criteria and levels', ja: '基準と水準' },
    terms: [
      {
        term: 'conformance criterion',
        ja: '適合基準',
        source: 'METI slides',
        code: '',
        meaning: {
          en: 'One requirement a product must meet for a level.',
          ja: 'ある水準のために製品が満たすべき一つの要求事項。',
        },
      },
      {
        term: 'criteria set',
        ja: '適合基準群',
        source: 'own decision',
        code: '',
        meaning: {
          en: 'One version of all criteria of a level and product type, with the days it is in force.',
          ja: 'ある水準と製品類型の基準全体の一つの版。施行期間をもつ。',
        },
      },
      {
        term: 'level',
        ja: 'レベル',
        source: 'METI slides',
        code: '',
        meaning: {
          en: 'How much is required and how it is assessed: ☆1 to ☆4.',
          ja: '要求の多さと評価のしかたの段階。☆1から☆4。',
        },
      },
      {
        term: 'product type',
        ja: '製品類型',
        source: 'METI slides',
        code: '',
        meaning: {
          en: 'A class of products that share criteria.',
          ja: '基準を共有する製品の区分。',
        },
      },
      {
        term: 'retired criteria set',
        ja: '廃止された適合基準群',
        source: 'own decision',
        code: '',
        meaning: {
          en: 'A criteria set under which nothing new can be granted.',
          ja: '新たな付与に用いられなくなった適合基準群。',
        },
      },
      {
        term: 'assets to be protected',
        ja: '守るべき情報資産',
        source: 'JC-STAR',
        code: '',
        meaning: {
          en: 'The information and functions of a product that threats are directed at.',
          ja: '脅威の対象となる、製品の情報と機能。',
        },
      },
      {
        term: 'required associated service',
        ja: '必須付随サービス',
        source: 'JC-STAR',
        code: '',
        meaning: {
          en: 'A service outside the product without which it cannot do what it is for.',
          ja: '製品の外にあり、それなしでは製品の目的を果たせないサービス。',
        },
      },
      {
        term: 'rule',
        ja: '規則',
        source: 'own decision',
        code: 'Rule',
        meaning: {
          en: 'One statement that must hold before a step, with the clause it comes from.',
          ja: '手続を進める前に成り立つべき一つの条件。根拠条項をもつ。',
        },
      },
      {
        term: 'lifecycle',
        ja: '状態遷移',
        source: 'own decision',
        code: 'Lifecycle',
        meaning: {
          en: 'The states of a thing, what leads from one to another, and the rules for it.',
          ja: 'ものの状態と、状態を変える行為と、その条件の一覧。',
        },
      },
    ],
  },
  {
    heading: { en: 'Evaluation', ja: '評価' },
    terms: [
      {
        term: 'evaluator category',
        ja: '評価者区分',
        source: 'METI slides',
        code: '',
        meaning: {
          en: 'Who evaluated a product, in five public classes.',
          ja: '誰が製品を評価したかを公表する五つの区分。',
        },
      },
      {
        term: 'checklist',
        ja: '適合性評価チェックリスト',
        source: 'METI slides',
        code: '',
        meaning: {
          en: 'The form in which a verdict and its reason are given for each criterion.',
          ja: '基準ごとに判定と理由を記す様式。',
        },
      },
      {
        term: 'evaluation guide',
        ja: '評価ガイド',
        source: 'METI slides',
        code: '',
        meaning: {
          en: 'How each criterion is to be evaluated.',
          ja: '各基準の評価のしかたを示す手引。',
        },
      },
      {
        term: 'evaluation report',
        ja: '評価報告書',
        source: 'METI slides',
        code: '',
        meaning: {
          en: 'The record in fixed form of what an evaluation body did and found.',
          ja: '評価機関が行ったことと結果を定型で記した報告。',
        },
      },
      {
        term: 'verdict',
        ja: '判定',
        source: 'own decision',
        code: '',
        meaning: {
          en: 'What was found about one criterion: conforms, does not conform, does not apply, satisfied by recognition, or not determined.',
          ja: '一つの基準についての結論。適合、不適合、非該当、承認による充足、未確定のいずれか。',
        },
      },
      {
        term: 'evidence',
        ja: '証拠',
        source: 'METI slides',
        code: '',
        meaning: {
          en: 'A file or record that shows what a verdict rests on.',
          ja: '判定の根拠を示すファイル又は記録。',
        },
      },
      {
        term: 'sealed delivery',
        ja: '封緘提出',
        source: 'own decision',
        code: '',
        meaning: {
          en: 'Delivery of an evaluation by the body itself to the operator, so that nobody between can alter it.',
          ja: '途中で変更できないよう、評価機関が運営者へ直接提出すること。',
        },
      },
      {
        term: 'applicability',
        ja: '該当性',
        source: 'METI slides',
        code: '',
        meaning: {
          en: 'Whether a criterion applies to a product or interface; if not, a reason is given.',
          ja: '基準が製品又はインタフェースに当てはまるか。当てはまらないときは理由を示す。',
        },
      },
    ],
  },
  {
    heading: { en: 'The case', ja: '案件' },
    terms: [
      {
        term: 'case',
        ja: '案件',
        source: 'own decision',
        code: 'CaseId',
        meaning: {
          en: 'One application from its draft to its end: new, renewal or change.',
          ja: '下書きから終結までの一つの申請。新規、延長、変更がある。',
        },
      },
      {
        term: 'application number',
        ja: '申請番号',
        source: 'JC-STAR',
        code: '',
        meaning: {
          en: 'The number of a case from the day it is opened.',
          ja: '案件を開いた時に付く番号。',
        },
      },
      {
        term: 'acceptance number',
        ja: '受理番号',
        source: 'JC-STAR',
        code: '',
        meaning: {
          en: 'The number of a case that passed the format check.',
          ja: '形式確認を経て受理された案件に付く番号。',
        },
      },
      {
        term: 'provisional registration number',
        ja: '仮登録番号',
        source: 'JC-STAR',
        code: '',
        meaning: {
          en: 'The number advance advertising may show; void when the case ends without a grant.',
          ja: '事前の告知に用いる番号。付与されずに終われば無効となる。',
        },
      },
      {
        term: 'registration number',
        ja: '登録番号',
        source: 'JC-STAR',
        code: '',
        meaning: {
          en: 'The number of a granted label, printed on it.',
          ja: '付与されたラベルに印字される番号。',
        },
      },
      {
        term: 'check character',
        ja: '検査文字',
        source: 'ISO 7064',
        code: 'checkCharacters',
        meaning: {
          en: 'The end of a number from which a misread character is noticed.',
          ja: '読み誤りに気づけるよう番号の末尾に付す文字。',
        },
      },
      {
        term: 'format check',
        ja: '形式確認',
        source: 'METI slides',
        code: '',
        meaning: {
          en: "The label officer's check that an application is complete and in the required form.",
          ja: '申請が揃い、所定の形式であることの、ラベル担当者による確認。',
        },
      },
      {
        term: 'returned',
        ja: '差戻し',
        source: 'own decision',
        code: '',
        meaning: {
          en: 'Sent back to the applicant with reasons; only the named items are open again.',
          ja: '理由を付して申請者に戻した状態。指摘箇所だけが再び編集できる。',
        },
      },
      {
        term: 'accepted',
        ja: '受理',
        source: 'JC-STAR',
        code: '',
        meaning: {
          en: 'Complete and in order; the fee is due.',
          ja: '申請が整い、手数料の納付を待つ状態。',
        },
      },
      {
        term: 'not accepted',
        ja: '不受理',
        source: 'own decision',
        code: '',
        meaning: {
          en: 'Ended by the format check, with reasons.',
          ja: '形式確認により、理由を付して終えた状態。',
        },
      },
      {
        term: 'granted',
        ja: '付与',
        source: 'METI slides',
        code: '',
        meaning: {
          en: 'Decided in favour of the applicant; a label exists.',
          ja: '申請を認める決定がなされ、ラベルが生じた状態。',
        },
      },
      {
        term: 'refused',
        ja: '拒否',
        source: 'ISO/IEC 17065; own decision',
        code: '',
        meaning: {
          en: 'Decided against the applicant, with reasons that can be appealed.',
          ja: '申請を認めない決定がなされた状態。理由が付き、異議を申し立てられる。',
        },
      },
      {
        term: 'discontinued',
        ja: '打切り',
        source: 'own decision',
        code: '',
        meaning: {
          en: 'Ended before a decision, by the applicant or because an answer or fee did not come in time.',
          ja: '申請者により、又は回答や手数料が期限までに届かず、決定前に終えた状態。',
        },
      },
      {
        term: 'clock',
        ja: '期限',
        source: 'own decision',
        code: '',
        meaning: {
          en: 'A time limit by scheme data, in calendar days or business days of Japan.',
          ja: '制度データが定める時間の制限。暦日又は日本の営業日で数える。',
        },
      },
      {
        term: 'legal day',
        ja: '暦日',
        source: 'own decision',
        code: 'legalDay',
        meaning: {
          en: "The day a moment falls on in the scheme's zone.",
          ja: 'ある時刻が制度の標準時で属する日。',
        },
      },
    ],
  },
  {
    heading: { en: 'The label', ja: 'ラベル' },
    terms: [
      {
        term: 'conformance label',
        ja: '適合ラベル',
        source: 'METI slides',
        code: '',
        meaning: {
          en: 'The mark that a product met the criteria of a level on a day.',
          ja: '製品がある日にある水準の基準を満たしたことを示す標章。',
        },
      },
      {
        term: 'product information page',
        ja: '製品情報ページ',
        source: 'METI slides',
        code: '',
        meaning: {
          en: 'The public page behind the code on the label.',
          ja: 'ラベルの二次元コードから開く公開ページ。',
        },
      },
      {
        term: 'validity',
        ja: '有効期間',
        source: 'METI slides; JC-STAR',
        code: 'lastDayOfTerm',
        meaning: {
          en: 'The days on which a label counts, from its issue day; the last day is included.',
          ja: '付与日から数え、最終日を含む、ラベルが効力をもつ期間。',
        },
      },
      {
        term: 'scheduled',
        ja: '公表前',
        source: 'own decision',
        code: '',
        meaning: {
          en: 'Granted, and not public before the wished day.',
          ja: '付与されたが、希望日まで公表されない状態。',
        },
      },
      {
        term: 'valid',
        ja: '有効',
        source: 'JC-STAR',
        code: '',
        meaning: {
          en: 'In force.',
          ja: '効力をもつ状態。',
        },
      },
      {
        term: 'in grace',
        ja: '失効猶予',
        source: 'JC-STAR',
        code: '',
        meaning: {
          en: 'Past the last day, renewable, no longer valid.',
          ja: '期間が過ぎ、有効ではないが、延長の余地がある状態。',
        },
      },
      {
        term: 'lapsed',
        ja: '失効',
        source: 'JC-STAR',
        code: '',
        meaning: {
          en: 'Ended by the calendar.',
          ja: '期間の満了により終わった状態。',
        },
      },
      {
        term: 'revoked',
        ja: '取消し',
        source: 'METI slides; JC-STAR',
        code: '',
        meaning: {
          en: 'Ended by the operator, with reasons that can be appealed.',
          ja: '運営者が理由を付して終わらせた状態。異議を申し立てられる。',
        },
      },
      {
        term: 'suspended',
        ja: '一時停止',
        source: 'ISO/IEC 17065',
        code: '',
        meaning: {
          en: 'Out of force for a time, by the operator.',
          ja: '運営者が効力を一時的に止めた状態。',
        },
      },
      {
        term: 'surrendered',
        ja: '返上',
        source: 'own decision',
        code: '',
        meaning: {
          en: 'Ended by its holder.',
          ja: '保持者が自ら終わらせた状態。',
        },
      },
      {
        term: 'renewal',
        ja: '延長',
        source: 'JC-STAR',
        code: '',
        meaning: {
          en: 'A new term for a label after a case of its own.',
          ja: '別の案件を経て、ラベルに新たな期間を加えること。',
        },
      },
      {
        term: 'change notice',
        ja: '変更届',
        source: 'JC-STAR',
        code: '',
        meaning: {
          en: "The holder's notice that something on record is no longer so.",
          ja: '記録された事項が変わったことの、保持者による届出。',
        },
      },
      {
        term: 'finding',
        ja: '指摘事項',
        source: 'own decision',
        code: '',
        meaning: {
          en: 'Something found in surveillance that must be corrected.',
          ja: 'サーベイランスで見つかり、是正を要する事項。',
        },
      },
    ],
  },
];
