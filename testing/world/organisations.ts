import type { Organisation } from '../../src/core/parties/organisation.ts';

/** What a vendor states about itself in each application. */
export type WorldVendor = {
  readonly website: string;
  readonly inquiry: string;
  readonly phone: string;
  readonly department?: string;
  readonly policy: string;
  readonly vulnerabilityContact: string;
  readonly place: string;
  /** Who reviews what the signatory signs; the signatory in a one-person firm. */
  readonly reviewer: { readonly name: string; readonly function: string };
  readonly signatoryFunction: string;
  /** Who determines conformity when the maker itself does, and the number of their registration. */
  readonly engineer: { readonly name: string; readonly qualification?: string };
  readonly onePersonFirm?: boolean;
};

/** An invented organisation; its key names it inside the world only. Vendors state more about themselves. */
type WorldOrganisation = Omit<Organisation, 'id'> & { readonly key: string; readonly vendor?: WorldVendor };

/** The operator of the scheme, whose staff receive, accept and decide. */
export const OPERATOR: WorldOrganisation = {
  key: 'operator',
  kind: 'operator',
  name: 'IoTラベリング運用センター',
  nameEn: 'IoT Labelling Operation Centre',
  corporateNumber: '9999999000066',
  address: '東京都千代田区しるし台3丁目4番5号',
  addressEn: '3-4-5 Shirushidai, Chiyoda-ku, Tokyo, Japan',
};

const MINATO: WorldOrganisation = {
  key: 'minato',
  kind: 'vendor',
  name: '株式会社みなとネットワークス',
  nameEn: 'Minato Networks Co., Ltd.',
  corporateNumber: '9999999000017',
  address: '神奈川県横浜市西区みなと町1丁目2番3号',
  addressEn: '1-2-3 Minato-cho, Nishi-ku, Yokohama, Kanagawa, Japan',
  vendor: {
    website: 'https://www.minato.example/',
    inquiry: 'みなとお客様相談窓口 0120-000-001',
    phone: '045-000-0001',
    department: '品質保証部',
    policy: 'https://www.minato.example/psirt/',
    vulnerabilityContact: 'psirt@minato.example',
    place: '横浜市',
    reviewer: { name: '上田 真理', function: '品質保証部長' },
    signatoryFunction: '代表取締役',
    engineer: { name: '井上 亮', qualification: '第900017号' },
  },
};

const HINATA: WorldOrganisation = {
  key: 'hinata',
  kind: 'vendor',
  name: '株式会社ひなた電機製作所',
  nameEn: 'Hinata Electric Works, Ltd.',
  corporateNumber: '9999999000025',
  address: '大阪府堺市南区ひなたが丘2番10号',
  addressEn: '2-10 Hinatagaoka, Minami-ku, Sakai, Osaka, Japan',
  vendor: {
    website: 'https://www.hinata-electric.example/',
    inquiry: 'ひなた修理相談センター 0120-000-002',
    phone: '072-000-0002',
    department: '製品安全推進室',
    policy: 'https://www.hinata-electric.example/security/',
    vulnerabilityContact: 'https://www.hinata-electric.example/security/report',
    place: '堺市',
    reviewer: { name: '河合 美咲', function: '製品安全推進室長' },
    signatoryFunction: '取締役 家電事業部長',
    engineer: { name: '木下 健', qualification: '第900025号' },
  },
};

const ASAGIRI: WorldOrganisation = {
  key: 'asagiri',
  kind: 'vendor',
  name: '株式会社あさぎりエナジー',
  nameEn: 'Asagiri Energy, Inc.',
  corporateNumber: '9999999000033',
  address: '静岡県富士宮市あさぎり町77番地',
  addressEn: '77 Asagiri-cho, Fujinomiya, Shizuoka, Japan',
  vendor: {
    website: 'https://asagiri-energy.example/',
    inquiry: 'あさぎり設備サポート 0570-000-003',
    phone: '0544-00-0003',
    department: 'システム設計部',
    policy: 'https://asagiri-energy.example/vulnerability-policy/',
    vulnerabilityContact: 'security@asagiri-energy.example',
    place: '富士宮市',
    reviewer: { name: '小林 修', function: 'システム設計部 部長代理' },
    signatoryFunction: '最高技術責任者',
    engineer: { name: '佐野 文', qualification: '第900033号' },
  },
};

const TSUGUMI: WorldOrganisation = {
  key: 'tsugumi',
  kind: 'vendor',
  name: '株式会社つぐみ精工',
  nameEn: 'Tsugumi Precision Co., Ltd.',
  corporateNumber: '9999999000041',
  address: '長野県上田市つぐみ原5番6号',
  addressEn: '5-6 Tsugumihara, Ueda, Nagano, Japan',
  vendor: {
    website: 'https://www.tsugumi-precision.example/',
    inquiry: 'つぐみ精工 技術相談 0268-00-0004',
    phone: '0268-00-0004',
    department: '開発管理課',
    policy: 'https://www.tsugumi-precision.example/psirt/policy',
    vulnerabilityContact: 'psirt@tsugumi-precision.example',
    place: '上田市',
    reviewer: { name: '滝沢 誠', function: '開発管理課長' },
    signatoryFunction: '常務取締役',
    engineer: { name: '竹内 彩' },
  },
};

const LYNGVIK: WorldOrganisation = {
  key: 'lyngvik',
  kind: 'vendor',
  name: 'Lyngvik Devices AS',
  nameEn: 'Lyngvik Devices AS',
  corporateNumber: undefined,
  address: 'Lyngvikveien 8, 9999 Lyngvik, Norway',
  addressEn: 'Lyngvikveien 8, 9999 Lyngvik, Norway',
  vendor: {
    website: 'https://lyngvik-devices.example/',
    inquiry: 'Lyngvik日本語窓口（はまなす商会） 011-000-0005',
    phone: '+47 00 00 00 05',
    department: 'Product Compliance',
    policy: 'https://lyngvik-devices.example/security/',
    vulnerabilityContact: 'security@lyngvik-devices.example',
    place: 'Lyngvik, Norway',
    reviewer: { name: 'Ingrid Nesvik', function: 'Head of Product Compliance' },
    signatoryFunction: 'Chief Executive Officer',
    engineer: { name: 'Jonas Breivik' },
  },
};

const KOHARU: WorldOrganisation = {
  key: 'koharu',
  kind: 'vendor',
  name: 'こはる工房',
  nameEn: 'Koharu Workshop',
  corporateNumber: undefined,
  address: '島根県松江市こはる町9番地',
  addressEn: '9 Koharu-cho, Matsue, Shimane, Japan',
  vendor: {
    website: 'https://koharu.example/',
    inquiry: 'こはる工房 support@koharu.example',
    phone: '0852-00-0006',
    policy: 'https://koharu.example/security.html',
    vulnerabilityContact: 'security@koharu.example',
    place: '松江市',
    reviewer: { name: '白石 小春', function: '代表' },
    signatoryFunction: '代表',
    engineer: { name: '白石 小春' },
    onePersonFirm: true,
  },
};

const HAMANASU: WorldOrganisation = {
  key: 'hamanasu',
  kind: 'agent',
  name: 'はまなす商会株式会社',
  nameEn: 'Hamanasu Trading Co., Ltd.',
  corporateNumber: '9999999000058',
  address: '北海道小樽市はまなす通り4番1号',
  addressEn: '4-1 Hamanasu-dori, Otaru, Hokkaido, Japan',
};

/** Every organisation of the world. All are invented; their corporate numbers begin with sevenfold 9. */
export const ORGANISATIONS: readonly WorldOrganisation[] = [
  OPERATOR,
  MINATO,
  HINATA,
  ASAGIRI,
  TSUGUMI,
  LYNGVIK,
  KOHARU,
  HAMANASU,
];

/** The organisation with this key. */
export function organisationOf(key: string): WorldOrganisation {
  const found = ORGANISATIONS.find((organisation) => organisation.key === key);
  if (found === undefined) throw new Error(`the world has no organisation ${key}`);
  return found;
}

/** What the vendor with this key states about itself. */
export function vendorOf(key: string): WorldOrganisation & { readonly vendor: WorldVendor } {
  const { vendor, ...organisation } = organisationOf(key);
  if (vendor === undefined) throw new Error(`${key} makes no products`);
  return { ...organisation, vendor };
}
