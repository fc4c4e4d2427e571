import type { Localized } from '../../src/core/kernel/text.ts';
import type { ClockId } from '../../src/core/scheme/scheme.ts';
import type { Ending } from './endings.ts';

/**
 * When a story's last act is done: days ago, a share of the time since the level opened, or long enough for a clock to
 * have run out.
 */
export type StoryEnd =
  | { readonly daysAgo: number }
  | { readonly share: number }
  | { readonly daysAfterClock: number; readonly clock: ClockId };

/** Where in its life a label is meant to be on the last day of the world. */
export type LifeStage = 'near-expiry' | 'in-grace' | 'lapsed';

/** One product's way through the scheme. */
export type Story = {
  readonly product: string;
  readonly ending: Ending;
  readonly end: StoryEnd;
  /**
   * Brings the last day of validity to where it is wanted; a short one is stated with its reason where the term gives
   * another.
   */
  readonly stage?: LifeStage;
  /** Days from the end of the story to the day of publication wished for; beyond today the label is still under embargo. */
  readonly embargoDays?: number;
  /** Whether the agent applies; without it the vendor's own people do. */
  readonly throughAgent?: boolean;
  /** Reason of a return, refusal, decline or ending. */
  readonly reason?: string;
  /** Applies at a level certified by a third party, where the scheme has one open. */
  readonly thirdParty?: boolean;
};

/** Every story, one for each product and some more. */
export const STORIES: readonly Story[] = [
  { product: 'HGW-700', ending: 'granted-provisional', end: { share: 0.55 } },
  { product: 'SW-24M', ending: 'granted', end: { share: 0.92 }, stage: 'near-expiry' },
  { product: 'FW-50', ending: 'proposed-grant', end: { daysAgo: 2 } },
  {
    product: 'GW-10',
    ending: 'returned',
    end: { daysAgo: 6 },
    reason: '試験に使った個体の型番とファームウェアの版が記録から読み取れません。追記してください。',
  },
  { product: 'NAS-4B', ending: 'draft-ready', end: { daysAgo: 1 } },
  { product: 'VC-200', ending: 'granted-provisional', end: { daysAgo: 8 }, embargoDays: 45 },
  { product: 'AP-6X', ending: 'draft-half', end: { daysAgo: 4 } },
  {
    product: 'RV-3',
    ending: 'granted-after-return',
    end: { share: 0.7 },
    reason: '電源を入れ直した後の版の記録がありません。追記してください。',
  },
  { product: 'RF-45', ending: 'awaiting', end: { daysAgo: 5 } },
  { product: 'HA-6', ending: 'granted', end: { share: 0.4 } },
  { product: 'LT-8', ending: 'accepted-provisional', end: { daysAgo: 9 } },
  { product: 'TV-55Q', ending: 'granted', end: { share: 1 }, stage: 'lapsed' },
  { product: 'GX-1', ending: 'granted', end: { share: 0.3 }, embargoDays: 25 },
  { product: 'PX-90', ending: 'granted', end: { share: 0.64 } },
  { product: 'DP-7', ending: 'granted', end: { share: 0.97 }, stage: 'in-grace' },
  { product: 'FC-07', ending: 'granted', end: { share: 0.22 } },
  { product: 'WH-24', ending: 'accepted', end: { clock: 'pay-fee', daysAfterClock: 12 } },
  { product: 'PCS-59', ending: 'granted-provisional', end: { share: 0.5 } },
  {
    product: 'ES-12',
    ending: 'granted-after-withdrawal',
    end: { share: 0.35 },
    reason: '有効期間の記載を確かめるため、いったん戻します。',
  },
  { product: 'BMS-4', ending: 'submitted', end: { daysAgo: 3 } },
  { product: 'EM-5', ending: 'granted', end: { share: 0.6 } },
  {
    product: 'EV-6',
    ending: 'discontinued',
    end: { daysAgo: 48 },
    reason: '発売を見送ることになったため、申請を取り下げます。',
  },
  {
    product: 'DR-2',
    ending: 'refused',
    end: { daysAgo: 70 },
    reason: '試験記録の対象が発売する機体と異なり、説明を求めましたが確かめられませんでした。',
  },
  { product: 'SR-1', ending: 'granted', end: { share: 0.45 } },
  { product: 'NC-30', ending: 'granted-imported', end: { share: 0.8 } },
  { product: 'NC-30', ending: 'in-review', end: { daysAgo: 10 }, thirdParty: true },
  { product: 'AL-9', ending: 'imported', end: { daysAgo: 1 } },
  { product: 'SL-5', ending: 'granted', end: { share: 0.75 } },
  { product: 'EC-100', ending: 'granted', end: { share: 0.85 }, stage: 'near-expiry' },
  { product: 'BC-2', ending: 'awaiting', end: { clock: 'label-decision', daysAfterClock: 4 } },
  {
    product: 'TM-3',
    ending: 'expired',
    end: { daysAgo: 25 },
    reason: '差戻しへの回答が期限までにありませんでした。',
  },
  { product: 'LS-1', ending: 'granted', end: { daysAgo: 60 }, throughAgent: true },
  { product: 'LB-2', ending: 'granted-provisional', end: { daysAgo: 12 }, embargoDays: 30, throughAgent: true },
  {
    product: 'LT-BEAR',
    ending: 'proposed-refusal',
    end: { daysAgo: 3 },
    throughAgent: true,
    reason: '子どもの声を委託先に送ることが、必須付随サービスの記載と合っていません。',
  },
  { product: 'MZ-1', ending: 'granted', end: { share: 0.15 } },
  {
    product: 'KW-1',
    ending: 'declined',
    end: { daysAgo: 33 },
    throughAgent: true,
    reason: '同じ製品の申請が別に届いています。申請者と相談のうえ、この申請は受理しません。',
  },
];

/** A case just opened in which nothing is answered yet, for whoever tries the form from its first page. */
export const EMPTY_DRAFT: { readonly vendor: string; readonly end: StoryEnd; readonly shown: Localized } = {
  vendor: 'minato',
  end: { daysAgo: 1 },
  shown: { ja: '書き始める前の申請', en: 'An application not begun' },
};
