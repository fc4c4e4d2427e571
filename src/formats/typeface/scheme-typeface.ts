import { readFile } from 'node:fs/promises';
import { parseOutlineFont, type OutlineFont } from './outline-font.ts';

/** The one typeface of everything the scheme prints: Noto Sans JP, regular and bold (SIL Open Font License 1.1). */
export type SchemeTypeface = {
  readonly regular: OutlineFont;
  readonly bold: OutlineFont;
  /** The two files as they are, for a typesetter that reads fonts itself. */
  readonly files: readonly Uint8Array[];
};

let loaded: Promise<SchemeTypeface> | undefined;

/** Reads the typeface (11 MB) at first use and keeps it. */
export function loadSchemeTypeface(): Promise<SchemeTypeface> {
  loaded ??= readTypeface();
  return loaded;
}

async function readTypeface(): Promise<SchemeTypeface> {
  const [regular, bold] = await Promise.all([
    readFontFile('@expo-google-fonts/noto-sans-jp/400Regular/NotoSansJP_400Regular.ttf'),
    readFontFile('@expo-google-fonts/noto-sans-jp/700Bold/NotoSansJP_700Bold.ttf'),
  ]);
  return { regular: parseOutlineFont(regular), bold: parseOutlineFont(bold), files: [regular, bold] };
}

function readFontFile(specifier: string): Promise<Uint8Array> {
  return readFile(new URL(import.meta.resolve(specifier)));
}
