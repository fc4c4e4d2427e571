import { test } from 'node:test';
import { equal } from '../../../testing/equal.ts';
import { listedKey, listedKeys } from './listed-key.ts';
import type { PublicRecord } from './public-record.ts';

test('every spelling of a number, a model and a maker is one key, and kinds of things never share one', () => {
  equal(listedKey({ number: 's1-26-00001-ｂ' }), listedKey({ number: 'S12600001B' }));
  equal(
    listedKey({ model: 'ｈｇｗ‐７００', maker: 'Minato Networks' }),
    listedKey({ model: 'HGW-700', maker: 'minato networks' }),
  );
  const keys = [
    { number: 'HGW700' },
    { model: 'HGW700' },
    { model: 'HGW700', maker: 'A' },
    { model: 'HGW', maker: '700' },
    { model: 'HGW700', maker: '' },
  ].map(listedKey);
  equal(new Set(keys).size, keys.length);
});

test('a label is listed under its number, and under each model by itself and with each name of its maker', () => {
  const record = {
    number: 'S1-26-00001-B',
    answers: { 'vendor.name': '株式会社みなと', 'vendor.nameEn': 'Minato' },
    models: [{ number: 'A-1' }, { number: 'a1' }, { name: 'none' }],
  } as unknown as PublicRecord;
  equal(listedKeys(record), ['number\nS12600001B', 'model\nA1', 'model\nA1\n株式会社みなと', 'model\nA1\nMINATO']);
  equal(listedKeys({ ...record, answers: { 'vendor.name': 'X' } }).slice(1), ['model\nA1', 'model\nA1\nX']);
});
