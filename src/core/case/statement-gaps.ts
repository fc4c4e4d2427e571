import { searchKey } from '../kernel/fold.ts';
import type { Gap } from '../kernel/gap.ts';
import { isBefore } from '../kernel/legal-day.ts';
import { hasRightCheckDigit } from '../parties/corporate-number.ts';
import type { Organisation } from '../parties/organisation.ts';
import type { Application } from './application.ts';

/** What statements can contradict. */
export type StatementGapCode =
  | 'no_models'
  | 'model_listed_twice'
  | 'same_design_denied'
  | 'no_interfaces'
  | 'no_connected_interface'
  | 'interface_listed_twice'
  | 'profile_unanswered'
  | 'personal_data_missing'
  | 'personal_data_denied'
  | 'service_missing'
  | 'service_denied'
  | 'support_over'
  | 'wished_day_past'
  | 'conformity_not_declared'
  | 'check_digit_wrong'
  | 'vendor_differs';

/** What the statements of an application are held against besides each other. */
type StatementFacts = {
  readonly application: Application;
  readonly features: readonly string[];
  readonly vendor: Pick<Organisation, 'name' | 'corporateNumber'>;
  readonly today: Temporal.PlainDate;
};

type Found = readonly Gap<StatementGapCode>[];

function found(holds: boolean, code: StatementGapCode, path: string, params: Gap['params'] = {}): Found {
  return holds ? [{ code, path, params }] : [];
}

function listedTwice(
  names: readonly (string | undefined)[],
  code: StatementGapCode,
  pathOf: (row: number) => string,
): Found {
  const keys = names.map((name) => searchKey(name ?? ''));
  return keys.flatMap((key, row): Found => {
    const first = keys.indexOf(key);
    return found(key !== '' && first < row, code, pathOf(row), { value: names[row] ?? '', first: first + 1 });
  });
}

function modelGaps({ models, answers }: Application): Found {
  return [
    ...found(models.length === 0, 'no_models', 'models'),
    ...listedTwice(
      models.map((row) => row.number),
      'model_listed_twice',
      (row) => `models.${String(row)}.number`,
    ),
    ...found(models.length > 1 && answers['product.sameDesign'] === false, 'same_design_denied', 'product.sameDesign'),
  ];
}

/** A product by none of whose interfaces data reach the Internet, not even through another device, is out of scope. */
function interfaceGaps({ interfaces }: Application): Found {
  const unconnected = interfaces.every(({ speaksIp, overInternet }) => speaksIp === false && overInternet === false);
  return [
    ...found(interfaces.length === 0, 'no_interfaces', 'interfaces'),
    ...found(interfaces.length > 0 && unconnected, 'no_connected_interface', 'interfaces'),
    ...listedTwice(
      interfaces.map((row) => row.name),
      'interface_listed_twice',
      (row) => `interfaces.${String(row)}.name`,
    ),
  ];
}

function listGaps({ answers, personalData, services }: Application): Found {
  const handled = answers['data.personalDataHandled'];
  const needed = answers['services.required'];
  return [
    ...found(handled === true && personalData.length === 0, 'personal_data_missing', 'personalData'),
    ...found(handled === false && personalData.length > 0, 'personal_data_denied', 'data.personalDataHandled'),
    ...found(needed === true && services.length === 0, 'service_missing', 'services'),
    ...found(needed === false && services.length > 0, 'service_denied', 'services.required'),
  ];
}

function dayGaps({ answers }: Application, today: Temporal.PlainDate): Found {
  const support = answers['support.endsOn'];
  const wished = answers['publication.wishedOn'];
  return [
    ...found(support !== undefined && isBefore(support, today), 'support_over', 'support.endsOn', {
      day: support?.toString() ?? '',
    }),
    ...found(wished !== undefined && isBefore(wished, today), 'wished_day_past', 'publication.wishedOn', {
      day: wished?.toString() ?? '',
    }),
  ];
}

function vendorGaps({ answers }: Application, vendor: StatementFacts['vendor']): Found {
  const number = answers['vendor.corporateNumber'];
  const name = answers['vendor.name'];
  const registered = { name: vendor.name, number: vendor.corporateNumber ?? '' };
  const isOtherNumber =
    number !== undefined && vendor.corporateNumber !== undefined && number !== vendor.corporateNumber;
  const isOtherName = name !== undefined && searchKey(name) !== searchKey(vendor.name);
  return [
    ...found(number !== undefined && !hasRightCheckDigit(number), 'check_digit_wrong', 'vendor.corporateNumber', {
      value: number ?? '',
    }),
    ...found(isOtherNumber, 'vendor_differs', 'vendor.corporateNumber', registered),
    ...found(isOtherName, 'vendor_differs', 'vendor.name', registered),
  ];
}

/** Statements of an application that contradict each other, the vendor's record or the calendar. */
export function statementGaps({ application, features, vendor, today }: StatementFacts): Found {
  return [
    ...vendorGaps(application, vendor),
    ...modelGaps(application),
    ...interfaceGaps(application),
    ...features.flatMap((id) => found(application.profile[id] === undefined, 'profile_unanswered', `profile.${id}`)),
    ...listGaps(application),
    ...dayGaps(application, today),
    ...found(application.answers['declaration.conforms'] === false, 'conformity_not_declared', 'declaration.conforms'),
  ];
}
