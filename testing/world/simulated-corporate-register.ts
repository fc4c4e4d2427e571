import type { CorporateRegister, RegisteredCorporation } from '../../src/app/ports.ts';
import { ok } from '../../src/core/kernel/result.ts';

/** Corporations that are invented; their numbers have right check digits. */
const CORPORATIONS: readonly RegisteredCorporation[] = [
  {
    corporateNumber: '4011001098993',
    name: '株式会社 架空電機',
    nameEn: 'Invented Electric Co., Ltd.',
    address: '東京都港区架空１丁目２－３',
    addressEn: '1-2-3 Kaku, Minato-ku, Tokyo',
    isClosed: false,
  },
  {
    corporateNumber: '7010001008844',
    name: '架空商事合同会社',
    nameEn: '',
    address: '大阪府大阪市架空区１－１',
    addressEn: '',
    isClosed: true,
  },
];

/** The register of corporate numbers of the demonstration and of tests: it knows a few invented corporations. */
export const simulatedCorporateRegister: CorporateRegister = {
  find: (corporateNumber) => {
    const found = CORPORATIONS.find((corporation) => corporation.corporateNumber === corporateNumber);
    return Promise.resolve(ok(found && { ...found, askedAt: Temporal.Instant.from('2026-04-01T00:00:00Z') }));
  },
};
