import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { equal } from '../../testing/equal.ts';
import { corporateRegister } from './corporate-register.ts';
import { readCorporation } from './read-corporation.ts';

const NUMBER = '7000012050002';

/** An answer in the shape of the Web-API, version 4, type 12. */
const answerWith = (change: Readonly<Record<string, string>> = {}): string => {
  const elements = {
    sequenceNumber: '1',
    corporateNumber: NUMBER,
    name: '髙島&amp;﨑電機',
    prefectureName: '東京都',
    cityName: '千代田区',
    streetNumber: '霞が関３丁目１－１',
    addressOutside: '',
    closeDate: '',
    enName: 'Takashima',
    enPrefectureName: 'Tokyo',
    enCityName: '3-1-1 Kasumigaseki, Chiyoda-ku',
    hihyoji: '0',
    ...change,
  };
  const fields = Object.entries(elements).map(([name, text]) =>
    text === '' ? `<${name}/>` : `<${name}>${text}</${name}>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?><corporations><count>1</count><corporation>${fields.join('')}</corporation></corporations>`;
};

/** A register on this machine that counts what it is asked, and how it answers now. */
async function aRegister(t: TestContext) {
  const state = { status: 200, body: answerWith(), asked: [] as string[] };
  const server = createServer((request, response) => {
    state.asked.push(request.url ?? '');
    response.writeHead(state.status, { 'content-type': 'application/xml' }).end(state.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const folder = await mkdtemp(join(tmpdir(), 'corporate-register-'));
  t.after(async () => {
    server.close();
    await rm(folder, { recursive: true });
  });
  const times = { now: Temporal.Instant.from('2026-04-01T00:00:00Z') };
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const register = corporateRegister({ applicationId: 'Ktest01test01', folder, now: () => times.now, address });
  return { state, times, register };
}

test('a corporation is read from the answer of the register, its name exactly as registered', () => {
  equal(readCorporation(answerWith(), NUMBER), {
    corporateNumber: NUMBER,
    name: '髙島&﨑電機',
    nameEn: 'Takashima',
    address: '東京都千代田区霞が関３丁目１－１',
    addressEn: '3-1-1 Kasumigaseki, Chiyoda-ku, Tokyo',
    isClosed: false,
  });
  equal(readCorporation(answerWith({ closeDate: '2026-01-01' }), NUMBER)?.isClosed, true);
  equal(readCorporation(answerWith({ addressOutside: 'アメリカ合衆国' }), NUMBER)?.address, 'アメリカ合衆国');
  equal(readCorporation(answerWith({ hihyoji: '1' }), NUMBER), undefined);
  equal(readCorporation(answerWith(), '4011001098993'), undefined);
});

test('a number is asked for once a day, and an older answer serves while the register is away', async (t) => {
  const { state, times, register } = await aRegister(t);
  const name = async (): Promise<string> => {
    const found = await register.find(NUMBER);
    return found.ok ? (found.value?.name ?? 'nobody') : found.error.code;
  };
  equal([await name(), await name()], ['髙島&﨑電機', '髙島&﨑電機']);
  equal(state.asked, [`/num?id=Ktest01test01&number=${NUMBER}&type=12&history=0`]);
  times.now = times.now.add({ hours: 24 });
  state.body = answerWith({ name: '新しい商号' });
  equal([await name(), state.asked.length], ['新しい商号', 2]);
  times.now = times.now.add({ hours: 24 });
  for (const [status, body] of [
    [503, 'away'],
    [200, '<html></html>'],
    [200, `<corporations>${' '.repeat(100_001)}`],
  ] as const) {
    Object.assign(state, { status, body });
    equal(await name(), '新しい商号');
  }
});

test('a register that is away, refuses the id or knows nobody is told apart, and nothing else is asked of it', async (t) => {
  const { state, register } = await aRegister(t);
  Object.assign(state, { status: 404, body: '' });
  equal(await register.find(NUMBER), { ok: false, error: { code: 'corporate_register_away' } });
  Object.assign(state, { status: 200, body: '<corporations><count>0</count></corporations>' });
  equal(await register.find(NUMBER), { ok: true, value: undefined });
  const before = state.asked.length;
  equal(await register.find('../../etc/passwd'), { ok: true, value: undefined });
  assert.equal(state.asked.length, before);
});
