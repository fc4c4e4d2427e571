import { Hono, type Context } from 'hono';
import type { Language } from '../../core/kernel/text.ts';
import { declarationAnswers } from '../../app/label/declaration-answers.ts';
import type { ShownLabel } from '../../app/label/find-label.ts';
import type { DeclarationDocument } from '../../formats/declaration-pdf/declaration-document.ts';
import { toDeclarationSheet } from '../../formats/declaration-pdf/declaration-sheet.ts';
import { toDeclarationDocument } from '../../formats/declaration-pdf/to-declaration-document.ts';
import { answerError, viewFor } from '../answer.ts';
import { cacheUntilMidnight } from '../guard/freshness.ts';
import { labelAt } from '../label/label-routes.ts';
import { languageOfPath, pathIn } from '../language.ts';
import type { Site } from '../view.ts';
import type { WebEnv, WebSetup } from '../web-setup.ts';
import { declarationPage } from './declaration-page.ts';

async function documentOf({ deps }: WebSetup, label: ShownLabel): Promise<DeclarationDocument> {
  return toDeclarationDocument(label, await declarationAnswers(deps, label.record));
}

/** The typesetter is loaded with the first document, not at start-up. */
async function pdfOf(document: DeclarationDocument, language: Language): Promise<Uint8Array<ArrayBuffer>> {
  const { renderDeclarationPdf } = await import('../../formats/declaration-pdf/render-declaration-pdf.ts');
  return new Uint8Array(await renderDeclarationPdf(document, language));
}

/** The label at a declaration's address; a label that rests on certification has no declaration. */
async function declaredAt(
  c: Context<WebEnv>,
  { deps }: WebSetup,
  site: Site,
  ending: string,
): Promise<ShownLabel | Response> {
  const canonical = (number: string): string => pathIn(languageOfPath(c.req.path), `/labels/${number}/${ending}`);
  const label = await labelAt(c, { deps, site }, { typed: c.req.param('typed') ?? '', canonical });
  if (label instanceof Response || label.level.chain === 'first-party') return label;
  return answerError(c, viewFor(c, site), { code: 'not_found' });
}

/** The declaration of a label as a page and as PDF, in both languages. */
export function declarationRoutes(setup: WebSetup, site: Site): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  for (const prefix of ['', '/en']) {
    app.get(`${prefix}/labels/:typed/declaration`, async (c) => {
      const label = await declaredAt(c, setup, site, 'declaration');
      if (label instanceof Response) return label;
      const view = viewFor(c, site);
      c.header('cache-control', cacheUntilMidnight(setup.deps));
      const sheet = toDeclarationSheet(await documentOf(setup, label), view.language);
      return c.html(await declarationPage(view, label, sheet));
    });
    app.get(`${prefix}/labels/:typed/declaration.pdf`, async (c) => {
      const label = await declaredAt(c, setup, site, 'declaration.pdf');
      if (label instanceof Response) return label;
      const language = languageOfPath(c.req.path);
      const name = `declaration-${label.record.number}-${language}.pdf`;
      c.header('cache-control', 'public, max-age=3600');
      c.header('content-disposition', `inline; filename="${name}"`);
      return c.body(await pdfOf(await documentOf(setup, label), language), 200, { 'content-type': 'application/pdf' });
    });
  }
  return app;
}
