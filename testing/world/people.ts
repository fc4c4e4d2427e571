import type { Role } from '../../src/core/access/actor.ts';

/** An invented person who may sign in, with the roles they hold in one organisation of the world. */
export type WorldPerson = {
  readonly name: string;
  readonly mail: string;
  readonly organisation: string;
  readonly roles: readonly [Role, ...Role[]];
};

/** Everybody who is there from the first day. */
export const PEOPLE: readonly WorldPerson[] = [
  { name: '市川 直子', mail: 'admin@operator.example', organisation: 'operator', roles: ['administrator'] },
  { name: '林 和也', mail: 'scheme@operator.example', organisation: 'operator', roles: ['scheme-officer'] },
  { name: '森田 恵', mail: 'officer1@operator.example', organisation: 'operator', roles: ['label-officer'] },
  { name: '藤井 大輔', mail: 'officer2@operator.example', organisation: 'operator', roles: ['label-officer'] },
  { name: '岡本 千夏', mail: 'officer3@operator.example', organisation: 'operator', roles: ['label-officer'] },
  { name: '石田 洋介', mail: 'reviewer@operator.example', organisation: 'operator', roles: ['reviewer'] },
  { name: '西村 玲子', mail: 'decider@operator.example', organisation: 'operator', roles: ['decider'] },
  { name: '青木 遥', mail: 'clerk@minato.example', organisation: 'minato', roles: ['vendor-editor'] },
  { name: '江口 隆', mail: 'signatory@minato.example', organisation: 'minato', roles: ['vendor-signatory'] },
  { name: '加藤 萌', mail: 'clerk@hinata-electric.example', organisation: 'hinata', roles: ['vendor-editor'] },
  {
    name: '工藤 信一',
    mail: 'signatory@hinata-electric.example',
    organisation: 'hinata',
    roles: ['vendor-signatory'],
  },
  { name: '近藤 拓海', mail: 'clerk@asagiri-energy.example', organisation: 'asagiri', roles: ['vendor-editor'] },
  {
    name: '斎藤 律子',
    mail: 'signatory@asagiri-energy.example',
    organisation: 'asagiri',
    roles: ['vendor-signatory'],
  },
  { name: '田村 圭', mail: 'clerk@tsugumi-precision.example', organisation: 'tsugumi', roles: ['vendor-editor'] },
  {
    name: '土屋 義男',
    mail: 'signatory@tsugumi-precision.example',
    organisation: 'tsugumi',
    roles: ['vendor-signatory'],
  },
  {
    name: 'Astrid Lyngvik',
    mail: 'ceo@lyngvik-devices.example',
    organisation: 'lyngvik',
    roles: ['vendor-signatory'],
  },
  {
    name: '白石 小春',
    mail: 'koharu@koharu.example',
    organisation: 'koharu',
    roles: ['vendor-editor', 'vendor-signatory'],
  },
  { name: '浜田 航', mail: 'agent@hamanasu.example', organisation: 'hamanasu', roles: ['agent'] },
];

/**
 * Who joins the operator on the last day, as the world's last act: whoever finds this person there finds the whole world.
 */
export const NEWCOMER: WorldPerson = {
  name: '山口 蒼',
  mail: 'surveillance@operator.example',
  organisation: 'operator',
  roles: ['surveillance-officer'],
};

/** The operator's label officers, who take turns: one looks through an application, the next confirms the decision. */
export const LABEL_OFFICERS = PEOPLE.filter(({ roles }) => roles.includes('label-officer'));

/** Vendors that apply through an agent, and which; the mandate is given on the first day. */
export const MANDATES: readonly { readonly vendor: string; readonly agent: string }[] = [
  { vendor: 'lyngvik', agent: 'hamanasu' },
  { vendor: 'koharu', agent: 'hamanasu' },
];

/** The person of an organisation who holds a role. */
export function personWith(organisation: string, role: Role): WorldPerson {
  const found = PEOPLE.find((person) => person.organisation === organisation && person.roles.includes(role));
  if (found === undefined) throw new Error(`nobody at ${organisation} is ${role}`);
  return found;
}
