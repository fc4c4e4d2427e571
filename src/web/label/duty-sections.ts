import { findProductType } from '../../core/scheme/in-force.ts';
import { AUDIENCES, type Audience } from '../../core/scheme/public-words.ts';
import type { ShownLabel } from '../../app/label/find-label.ts';
import { descriptionList } from '../parts/description-list.ts';
import { disclosure } from '../parts/disclosure.ts';
import { html, type Html } from '../parts/html.ts';
import { points } from '../parts/points.ts';
import { section } from '../parts/section.ts';
import type { View } from '../view.ts';

/** The users' own part, for each audience; never an excessive duty on consumers (DOMAIN §6). */
export function dutiesSection({ language, say }: View, { record, scheme }: ShownLabel): Html {
  const isSafety = findProductType(scheme, record.answers['product.type'])?.safetyFunction === true;
  const dutiesOf = (audience: Audience): readonly string[] =>
    scheme.userDuties
      .filter((duty) => duty.audience === audience && (isSafety || !duty.onlyWithSafetyFunction))
      .map((duty) => duty.text[language]);
  const groups = AUDIENCES.map((audience, place) => {
    const duties = dutiesOf(audience);
    return duties.length === 0 ? '' : disclosure(say(`label.duties.${audience}`), points(duties), place === 0);
  });
  return section('duties', say('label.duties'), html`${groups}`);
}

/** Who answers for what, from scheme data. */
export function responsibilitiesSection({ language, say }: View, { scheme }: ShownLabel): Html {
  const rows = scheme.responsibilities.map(({ party, answersFor }) => [party[language], answersFor[language]] as const);
  return section('responsibilities', say('label.responsibilities'), descriptionList(rows));
}
