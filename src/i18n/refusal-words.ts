import type { MessageKey, MessageParam } from './message.ts';

/** What the keys below a prefix are called: the roles of `role.…`, the codes of `refusal.…`. */
type NameIn<Prefix extends string, Key = MessageKey> = Key extends `${Prefix}.${infer Name}` ? Name : never;

type UnmetRule = { readonly rule: NameIn<'rule'>; readonly clause: string };

/** Texts of a part of a refusal, which are no refusals themselves. */
type PartName = 'opening_not_fixed' | 'no_state' | 'proposal_differs.shortened';

/** Refusals whose parts have names of their own in a language. */
type NamingRefusal =
  | { readonly code: 'not_permitted'; readonly act: NameIn<'act'>; readonly roles: readonly NameIn<'role'>[] }
  | {
      readonly code: 'wrong_state';
      readonly action: NameIn<'act'>;
      readonly state: NameIn<'case.state'>;
      readonly from: readonly NameIn<'case.state'>[];
    }
  | { readonly code: 'rules_unmet'; readonly action: NameIn<'act'>; readonly unmet: readonly UnmetRule[] }
  | { readonly code: 'not_yet_open'; readonly opensOn: Temporal.PlainDate | undefined }
  | { readonly code: 'application_incomplete'; readonly gaps: readonly unknown[] }
  | { readonly code: 'proposal_differs'; readonly until: Temporal.PlainDate | undefined }
  | { readonly code: 'role_not_of_organisation'; readonly role: NameIn<'role'> }
  | { readonly code: 'artwork_not_available'; readonly state: NameIn<'label.state'> };

/** Any refusal there are words for; what is not listed above shows its parts as they are. */
export type WordedRefusal =
  NamingRefusal | { readonly code: Exclude<NameIn<'refusal'>, NamingRefusal['code'] | PartName> };

/** Says a text of the interface in one language. */
type Say = (key: MessageKey, params?: Readonly<Record<string, MessageParam>>) => string;

/** Why an act was refused and how to mend it; rules that do not hold each by themselves, with their source. */
type RefusalWords = {
  readonly words: string;
  readonly unmet: readonly { readonly words: string; readonly clause: string }[];
};

function isParam(value: unknown): value is MessageParam {
  if (Array.isArray(value)) return value.every((entry) => typeof entry === 'string');
  return typeof value === 'string' || typeof value === 'number' || value instanceof Temporal.PlainDate;
}

/** The parts of a refusal that a message shows as they are. */
function paramsOf(refusal: WordedRefusal): Readonly<Record<string, MessageParam>> {
  const parts: readonly (readonly [string, unknown])[] = Object.entries(refusal);
  return Object.fromEntries(parts.filter((part): part is readonly [string, MessageParam] => isParam(part[1])));
}

function differenceWords(say: Say, until: Temporal.PlainDate | undefined): string {
  return until === undefined ? say('refusal.proposal_differs') : say('refusal.proposal_differs.shortened', { until });
}

function openingWords(say: Say, opensOn: Temporal.PlainDate | undefined): string {
  return opensOn === undefined ? say('refusal.opening_not_fixed') : say('refusal.not_yet_open', { opensOn });
}

function stateWords(say: Say, { action, state, from }: Extract<NamingRefusal, { code: 'wrong_state' }>): string {
  const states = from.map((one) => say(`case.state.${one}`));
  return say('refusal.wrong_state', {
    act: say(`act.${action}`),
    state: say(`case.state.${state}`),
    from: states.length === 0 ? [say('refusal.no_state')] : states,
  });
}

function sentence(say: Say, refusal: WordedRefusal): string {
  switch (refusal.code) {
    case 'not_permitted': {
      const roles = refusal.roles.map((role) => say(`role.${role}`));
      return say('refusal.not_permitted', { act: say(`act.${refusal.act}`), roles });
    }
    case 'wrong_state':
      return stateWords(say, refusal);
    case 'rules_unmet':
      return say('refusal.rules_unmet', { act: say(`act.${refusal.action}`) });
    case 'not_yet_open':
      return openingWords(say, refusal.opensOn);
    case 'application_incomplete':
      return say('refusal.application_incomplete', { count: refusal.gaps.length });
    case 'proposal_differs':
      return differenceWords(say, refusal.until);
    case 'role_not_of_organisation':
      return say('refusal.role_not_of_organisation', { role: say(`role.${refusal.role}`) });
    case 'artwork_not_available':
      return say('refusal.artwork_not_available', { state: say(`label.state.${refusal.state}`) });
    default:
      return say(`refusal.${refusal.code}`, paramsOf(refusal));
  }
}

/** What a refusal says in words, for whichever face shows it. */
export function refusalWords(say: Say, refusal: WordedRefusal): RefusalWords {
  const unmet = refusal.code === 'rules_unmet' ? refusal.unmet : [];
  return {
    words: sentence(say, refusal),
    unmet: unmet.map(({ rule, clause }) => ({ words: say(`rule.${rule}`), clause })),
  };
}
