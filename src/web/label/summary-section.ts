import { findProductType } from '../../core/scheme/in-force.ts';
import type { ShownLabel } from '../../app/label/find-label.ts';
import { descriptionList } from '../parts/description-list.ts';
import type { Html } from '../parts/html.ts';
import { linkOut } from '../parts/link-out.ts';
import { section } from '../parts/section.ts';
import { contact, written, writtenLines } from '../parts/written.ts';
import type { View } from '../view.ts';

/** What the product is and who answers for it. */
export function summarySection(view: View, { record, scheme }: ShownLabel): Html {
  const { language, say } = view;
  const { answers } = record;
  const text = (value: string | undefined, english?: string): Html | undefined =>
    value === undefined ? undefined : written(view, value, english);
  const link = (address: string | undefined): Html | undefined =>
    address === undefined ? undefined : linkOut(address);
  const { 'product.description': description, 'product.releasedOn': released, 'vendor.inquiry': inquiry } = answers;
  const rows = [
    [say('label.type'), findProductType(scheme, answers['product.type'])?.name[language]],
    [
      say('label.description'),
      description === undefined ? undefined : writtenLines(view, description, answers['product.descriptionEn']),
    ],
    [say('label.released'), released && say.day(released)],
    [say('label.website'), link(answers['product.website'])],
    [say('label.maker'), text(answers['vendor.name'], answers['vendor.nameEn'])],
    [say('label.corporate-number'), answers['vendor.corporateNumber']],
    [say('label.address'), text(answers['vendor.address'], answers['vendor.addressEn'])],
    [say('label.vendor.website'), link(answers['vendor.website'])],
    [say('label.vendor.inquiry'), inquiry && contact(view, inquiry)],
  ] as const;
  return section('product', say('label.summary'), descriptionList(rows));
}
