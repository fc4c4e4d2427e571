import type { Context } from 'hono';
import { downloadArtwork } from '../../app/label/download-artwork.ts';
import { LANGUAGES } from '../../core/kernel/text.ts';
import { LABEL_VARIANTS } from '../../formats/label-artwork/label-artwork.ts';
import { answerError, viewFor } from '../answer.ts';
import type { WebEnv } from '../web-setup.ts';
import { ARTWORK_FORMATS } from './artwork-section.ts';
import { openDesk, type Desk } from './open-desk.ts';

const TYPES = { svg: 'image/svg+xml', pdf: 'application/pdf', png: 'image/png' } as const;

/** Sends the label's artwork in the shape, language and format asked for; what cannot be read is taken as not said. */
export async function sendArtwork(c: Context<WebEnv>, desk: Desk): Promise<Response> {
  const opened = await openDesk(c, desk);
  if (opened instanceof Response) return opened;
  const { view, desk: shown, missing } = opened;
  const number = shown.shown.label?.number;
  if (number === undefined) return missing();
  const oneOf = <T extends string>(values: readonly T[], name: string, otherwise: T): T =>
    values.find((value) => value === c.req.query(name)) ?? otherwise;
  const format = oneOf(ARTWORK_FORMATS, 'format', 'svg');
  const variant = oneOf(LABEL_VARIANTS, 'variant', 'horizontal');
  const language = oneOf(LANGUAGES, 'language', view.language);
  const wish = { number, format, variant, language, resolution: 600 } as const;
  const artwork = await downloadArtwork(desk.deps, view.signedIn.actor, wish);
  if (!artwork.ok) {
    const isForbidden = artwork.error.code === 'not_permitted';
    return isForbidden ? answerError(c, viewFor(c, desk.site), { code: 'not_permitted' }) : missing();
  }
  c.header('content-disposition', `attachment; filename="label-${number}-${variant}-${language}.${format}"`);
  c.header('cache-control', 'no-store');
  return c.body(Buffer.from(artwork.value), 200, { 'content-type': TYPES[format] });
}
