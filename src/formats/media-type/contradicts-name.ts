const OFFICE = ['application/zip', 'application/x-ole-storage'];

/** What the endings people trust stand for; files with other endings may hold anything. */
const KINDS: Readonly<Record<string, readonly string[]>> = {
  pdf: ['application/pdf'],
  png: ['image/png'],
  jpg: ['image/jpeg'],
  jpeg: ['image/jpeg'],
  gif: ['image/gif'],
  webp: ['image/webp'],
  zip: ['application/zip'],
  gz: ['application/gzip'],
  tgz: ['application/gzip'],
  docx: OFFICE,
  xlsx: OFFICE,
  pptx: OFFICE,
  pcapng: ['application/x-pcapng'],
};

/** Whether a file's name ends as one kind while its content is of another (ASVS 5.0, 5.2.2). */
export function contradictsName(name: string, mediaType: string): boolean {
  const ending = /\.([a-z0-9]+)$/i.exec(name.normalize('NFKC').trim())?.[1]?.toLowerCase() ?? '';
  const kinds = Object.hasOwn(KINDS, ending) ? KINDS[ending] : undefined;
  return kinds !== undefined && !kinds.includes(mediaType);
}
