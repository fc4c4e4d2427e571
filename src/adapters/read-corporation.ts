import type { RegisteredCorporation } from '../app/ports.ts';

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function character(whole: string, name: string): string {
  if (!name.startsWith('#')) return ENTITIES[name] ?? whole;
  const code = name.startsWith('#x') ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code > 0 && code <= 0x10_ff_ff ? String.fromCodePoint(code) : whole;
}

/** The texts of flat elements by their names. */
function textsIn(xml: string): ReadonlyMap<string, string> {
  const elements = xml.matchAll(/<(\w+)>([^<]*)<\/\1>/g);
  const plain = (text: string): string => text.replace(/&(#x?[0-9a-fA-F]+|\w+);/g, character);
  return new Map([...elements].map(([, name = '', text = '']) => [name, plain(text)]));
}

/**
 * The corporation with this number in an answer of the register; undefined when it is not in it, or is hidden there from
 * search (`hihyoji` 1), for then nothing may be filled in by itself. The names are exactly as registered. The answer is the
 * XML of 法人番号システム Web-API version 4, `type=12`: `<corporations>` with a `<corporation>` for each number, of
 * flat elements (https://www.houjin-bangou.nta.go.jp/pc/webapi/images/k-web-api-kinou-gaiyo.pdf).
 */
export function readCorporation(xml: string, corporateNumber: string): RegisteredCorporation | undefined {
  const entries = xml.match(/<corporation>[^]*?<\/corporation>/g) ?? [];
  const entry = entries.map(textsIn).find((texts) => texts.get('corporateNumber') === corporateNumber);
  if (entry === undefined || entry.get('hihyoji') === '1') return undefined;
  const text = (element: string): string => entry.get(element) ?? '';
  const outside = text('addressOutside');
  const english = [text('enCityName'), text('enPrefectureName')].filter((part) => part !== '').join(', ');
  return {
    corporateNumber,
    name: text('name'),
    nameEn: text('enName'),
    address: outside === '' ? text('prefectureName') + text('cityName') + text('streetNumber') : outside,
    addressEn: text('enAddressOutside') || english,
    isClosed: text('closeDate') !== '',
  };
}
