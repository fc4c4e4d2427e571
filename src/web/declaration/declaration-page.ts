import type { ShownLabel } from '../../app/label/find-label.ts';
import type { DeclarationSheet } from '../../formats/declaration-pdf/declaration-sheet.ts';
import { pathIn } from '../language.ts';
import { dataTable } from '../parts/data-table.ts';
import { descriptionList } from '../parts/description-list.ts';
import { html, type Html } from '../parts/html.ts';
import { page } from '../parts/page.ts';
import { points } from '../parts/points.ts';
import { section } from '../parts/section.ts';
import { statusBanner } from '../parts/status-banner.ts';
import { written } from '../parts/written.ts';
import type { View } from '../view.ts';

type Rows = DeclarationSheet['issuer'];

function facts(view: View, rows: Rows): Html {
  return descriptionList(
    rows.map(([term, text]) => [term, html`<span class="written">${written(view, text)}</span>`] as const),
  );
}

function criteria({ words, criteria: lines, wordingNotes }: DeclarationSheet): Html {
  const rows = lines.map(({ id, title, mark, verdict, remark }) => [
    html`<span class="data-table__tight">${id}</span>`,
    html`${title}${mark === '' ? '' : html`<sup>${mark}</sup>`}`,
    verdict,
    remark,
  ]);
  const columns = [words.identifier, words.criterion, words.verdict, words.remark];
  return html`${dataTable({ caption: words.criterion, columns, rows })}
  ${wordingNotes.map((note) => html`<p class="page__note">${note}</p>`)}`;
}

function object(view: View, sheet: DeclarationSheet): Html {
  const { object: rows, words, models, modelCount } = sheet;
  return html`${facts(view, rows)}
    <h3>${words.models}</h3>
    <p>${modelCount}</p>
    <ul class="models">
      ${models.map((model) => html`<li><bdi>${model}</bdi></li>`)}
    </ul>`;
}

function limits(view: View, { limits: rows, otherLimits }: DeclarationSheet): Html {
  return html`${facts(view, rows)} ${otherLimits.length === 0 ? '' : points(otherLimits)}`;
}

/** The declaration as a page: the same content and order as the PDF, and whether the label still holds. */
export function declarationPage(view: View, label: ShownLabel, sheet: DeclarationSheet): Html {
  const { language, say } = view;
  const { words } = sheet;
  const { number } = label.record;
  const address = pathIn(language, `/labels/${number}`);
  const main = html`<p class="page__back"><a href="${address}">${say('declaration.back')}</a></p>
    ${statusBanner(view, label)}
    <div class="section page__stack">
      <h1>${words.title}</h1>
      <p>${words.standard}</p>
      <p>${words.number}: <bdi>${sheet.number}</bdi></p>
      <p>${sheet.scheme}</p>
      <p><a class="page__action" href="${address}/declaration.pdf">${say('declaration.pdf')}</a></p>
      <p class="page__note">${say('declaration.twin')} ${say('declaration.issuer-text')}</p>
    </div>
    ${section('issuer', words.issuer, facts(view, sheet.issuer))}
    ${section('object', words.object, object(view, sheet))}
    ${section(
      'conformity',
      words.conformity,
      html`<p>${words.statement}</p>
        <p>${words.meaning}</p>`,
    )}
    ${section('requirements', words.requirements, html`${facts(view, sheet.requirements)} ${criteria(sheet)}`)}
    ${section('issue', words.issue, facts(view, sheet.issued))}
    ${section('signature', words.signature, facts(view, sheet.signature))}
    ${section('limits', words.limits, limits(view, sheet))}
    ${section('additional', words.additional, facts(view, sheet.additional))}
    ${section('responsibilities', words.responsibilities, facts(view, sheet.responsibilities))}`;
  const twins = { 'application/pdf': `${address}/declaration.pdf` };
  return page(view, { title: say('declaration.page', { number: sheet.number }), twins }, main);
}
