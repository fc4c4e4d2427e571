import type { Declaration } from '../attestation/declaration.ts';
import type { CriteriaSet } from '../scheme/scheme.ts';
import type { Answers, ModelRow } from './application.ts';

/**
 * The declaration contained in the answers that are public or declared. Throws when they lack what a submitted
 * application cannot lack.
 */
export function toDeclaration(answers: Answers, models: readonly ModelRow[], set: CriteriaSet): Declaration {
  const signedOn = answers['declaration.signedOn'];
  if (signedOn === undefined) throw new Error('a declaration without its day cannot have been submitted');
  const text = (value: string | undefined): string => value ?? '';
  return {
    identifier: text(answers['declaration.identifier']),
    issuer: {
      name: text(answers['vendor.name']),
      nameEn: text(answers['vendor.nameEn']),
      address: text(answers['vendor.address']),
      inquiry: text(answers['vendor.inquiry']),
    },
    object: {
      name: text(answers['product.name']),
      nameEn: text(answers['product.nameEn']),
      firmware: text(answers['product.firmware']),
      models: models.flatMap((row) => row.number ?? []),
    },
    conforms: answers['declaration.conforms'] === true,
    requirements: { set: set.id, version: set.version, document: set.document },
    place: text(answers['declaration.place']),
    signedOn,
    signatory: { name: text(answers['declaration.signatory']), function: text(answers['declaration.function']) },
    limitations: answers['declaration.limitations'],
  };
}
