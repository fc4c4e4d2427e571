import { makerPathOf, typePath } from '../browse/addresses.ts';
import { findProductType } from '../../core/scheme/in-force.ts';
import type { ProductType } from '../../core/scheme/scheme.ts';
import type { ShownLabel } from '../../app/label/find-label.ts';
import { descriptionList } from '../parts/description-list.ts';
import { html, type Html } from '../parts/html.ts';
import { linkOut } from '../parts/link-out.ts';
import { section } from '../parts/section.ts';
import { contact, written, writtenLines } from '../parts/written.ts';
import type { View } from '../view.ts';

/** A type as it was called at the grant; one the scheme has given up has no page. */
function typeLink(view: View, { id, name }: ProductType): Html | string {
  const words = name[view.language];
  if (findProductType(view.site.scheme, id) === undefined) return words;
  return html`<a href="${typePath(view, id)}">${words}</a>`;
}

/** What the product is and who answers for it. */
export function summarySection(view: View, { record, scheme }: ShownLabel): Html {
  const { say } = view;
  const { answers } = record;
  const text = (value: string | undefined, english?: string): Html | undefined =>
    value === undefined ? undefined : written(view, value, english);
  const link = (address: string | undefined): Html | undefined =>
    address === undefined ? undefined : linkOut(address);
  const { 'product.description': description, 'product.releasedOn': released, 'vendor.inquiry': inquiry } = answers;
  const type = findProductType(scheme, answers['product.type']);
  const maker = text(answers['vendor.name'], answers['vendor.nameEn']);
  const makerPage = makerPathOf(view, answers['vendor.name']);
  const rows = [
    [say('label.type'), type && typeLink(view, type)],
    [
      say('label.description'),
      description === undefined ? undefined : writtenLines(view, description, answers['product.descriptionEn']),
    ],
    [say('label.released'), released && say.day(released)],
    [say('label.website'), link(answers['product.website'])],
    [
      say('label.maker'),
      maker !== undefined && makerPage !== undefined ? html`<a href="${makerPage}">${maker}</a>` : maker,
    ],
    [say('label.corporate-number'), answers['vendor.corporateNumber']],
    [say('label.address'), text(answers['vendor.address'], answers['vendor.addressEn'])],
    [say('label.vendor.website'), link(answers['vendor.website'])],
    [say('label.vendor.inquiry'), inquiry && contact(view, inquiry)],
  ] as const;
  return section('product', say('label.summary'), descriptionList(rows));
}
