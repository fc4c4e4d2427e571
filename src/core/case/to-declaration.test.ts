import assert from 'node:assert/strict';
import { test } from 'node:test';
import { completeApplication, setFor } from '../../../testing/builders/application.ts';
import { equal } from '../../../testing/equal.ts';
import { japaneseScheme } from '../../../testing/schemes.ts';
import { toDeclaration } from './to-declaration.ts';

const TODAY = Temporal.PlainDate.from('2026-04-01');
const { set } = setFor(japaneseScheme, TODAY);
const { answers, models } = completeApplication(japaneseScheme, TODAY);

test('a declaration holds all that ISO/IEC 17050-1:2004, 6.1 asks for, as it was answered', () => {
  equal(toDeclaration(answers, models, set), {
    identifier: 'DOC-2026-014',
    issuer: {
      name: '株式会社みなとネットワークス',
      nameEn: 'Minato Networks Co., Ltd.',
      address: '神奈川県横浜市西区みなと町1丁目2番3号',
      inquiry: 'お客様相談窓口 0120-000-000',
    },
    object: {
      name: 'ホームゲートウェイ みなと HGW-700シリーズ',
      nameEn: 'Minato Home Gateway HGW-700 series',
      firmware: '3.2.0',
      models: ['HGW-700W', 'HGW-700K'],
    },
    conforms: true,
    requirements: { set: set.id, version: set.version, document: set.document },
    place: '横浜市',
    signedOn: Temporal.PlainDate.from('2026-03-22'),
    signatory: { name: '江口 隆', function: '代表取締役' },
    limitations: undefined,
  });
});

test('a declaration not signed, or not made, is never passed off as one', () => {
  assert.throws(() => toDeclaration({ ...answers, 'declaration.signedOn': undefined }, models, set));
  equal(toDeclaration({ ...answers, 'declaration.conforms': undefined }, models, set).conforms, false);
});
