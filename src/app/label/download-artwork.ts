import type { Actor } from '../../core/access/actor.ts';
import { authorize, caseSubject, type AccessRefusal } from '../../core/access/authorize.ts';
import { labelStateOn, mayDownloadArtwork, type LabelState } from '../../core/attestation/label-lifecycle.ts';
import { searchKey } from '../../core/kernel/fold.ts';
import { legalDay } from '../../core/kernel/legal-day.ts';
import { ok, refused, type Result } from '../../core/kernel/result.ts';
import type { Language } from '../../core/kernel/text.ts';
import { levelOf } from '../../core/scheme/in-force.ts';
import type { Scheme } from '../../core/scheme/scheme.ts';
import { findLabelByKey } from '../../db/labels.ts';
import { fromStoredRecord } from '../../formats/public-record/stored-record.ts';
import type { LabelArtwork, LabelArtworkRefused, LabelVariant } from '../../formats/label-artwork/label-artwork.ts';
import { renderLabelPdf } from '../../formats/label-artwork/label-pdf.ts';
import { renderLabelPng, type LabelResolution } from '../../formats/label-artwork/label-png.ts';
import { renderLabelSvg } from '../../formats/label-artwork/label-svg.ts';
import type { Deps } from '../ports.ts';
import { schemeOfRecord } from '../scheme/find-scheme-version.ts';

/** Which file of the artwork is wanted. */
export type ArtworkRequest = {
  readonly number: string;
  readonly format: 'svg' | 'pdf' | 'png';
  readonly variant: LabelVariant;
  readonly language: Language;
  /** Dots per inch, for PNG. */
  readonly resolution: LabelResolution;
};

/** Why artwork was not given. */
type ArtworkRefusal =
  AccessRefusal | LabelArtworkRefused | { readonly code: 'artwork_not_available'; readonly state: LabelState };

/** What the artwork of a label shows: no expiry date, because exchanging labels is a burden (DOMAIN §6). */
export function labelArtworkOf(
  deps: Pick<Deps, 'baseUrl'>,
  scheme: Scheme,
  label: { readonly number: string; readonly level: string },
): LabelArtwork {
  const level = levelOf(scheme, label.level);
  return {
    stars: level.stars,
    of: Math.max(...scheme.levels.map((candidate) => candidate.stars)),
    levelName: level.name,
    schemeName: scheme.labelName,
    registrationNumber: label.number,
    pageUrl: `${deps.baseUrl}/l/${searchKey(label.number)}`,
  };
}

/** The artwork of a label for its holder, while new goods may carry it: scheduled or valid. */
export async function downloadArtwork(
  deps: Deps,
  actor: Actor,
  input: ArtworkRequest,
): Promise<Result<Uint8Array, ArtworkRefusal>> {
  const row = await findLabelByKey(deps.db.kysely, searchKey(input.number));
  const allowed = authorize(
    actor,
    'label.download-artwork',
    row && caseSubject({ id: row.case_id, vendor: row.vendor }),
  );
  if (!allowed.ok) return allowed;
  if (row === undefined) return refused({ code: 'no_such_subject' });
  const record = fromStoredRecord(row.record);
  const { scheme } = await schemeOfRecord(deps, deps.db.kysely, record);
  const { validity } = record;
  const today = legalDay(deps.clock.now(), scheme.zone);
  const state = labelStateOn({ validity, isPublished: row.published_at !== null }, today);
  if (!mayDownloadArtwork(state)) return refused({ code: 'artwork_not_available', state });
  const { variant, language } = input;
  const request = { label: labelArtworkOf(deps, scheme, record), variant, language };
  if (input.format === 'pdf') return renderLabelPdf(request);
  if (input.format === 'png') return renderLabelPng(request, input.resolution);
  const svg = await renderLabelSvg(request);
  return svg.ok ? ok(new TextEncoder().encode(svg.value)) : svg;
}
