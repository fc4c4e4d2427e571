import type { Styles } from '../styles.ts';

/** What some pages take from our own address besides pictures: style sheets, scripts, and what scripts ask for. */
type OwnParts = 'styles' | 'scripts' | 'requests';

/**
 * The content security policy of a page (ASVS 5.0, 3.4.3): our inline style sheet, pictures of our own, forms to ourselves,
 * the parts of our own that it needs, and nothing else.
 */
export function contentPolicy({ source }: Pick<Styles, 'source'>, parts: readonly OwnParts[] = []): string {
  return [
    "default-src 'none'",
    "object-src 'none'",
    parts.includes('styles') ? `style-src 'self' ${source}` : `style-src ${source}`,
    ...(parts.includes('scripts') ? ["script-src 'self'"] : []),
    ...(parts.includes('requests') ? ["connect-src 'self'"] : []),
    "img-src 'self' data:",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; ');
}
