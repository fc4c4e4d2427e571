import type { Application } from '../../core/case/application.ts';
import type { ApplicationColumns } from '../../db/cases.ts';
import { toStoredApplication } from '../../formats/application-form/stored-application.ts';

/** An application as a case keeps it, with what lists show of it beside. */
export function applicationColumns(application: Application): ApplicationColumns {
  const { answers } = application;
  return {
    application: toStoredApplication(application),
    product_name: answers['product.name'] ?? '',
    product_type: answers['product.type'] ?? '',
  };
}
