/** The tables of a TrueType file by their four-letter tag (OpenType specification, "Table Directory"). */
type FontTables = ReadonlyMap<string, DataView>;

/** Opens the table directory of a TrueType file that came with the software; a damaged file is a bug and throws. */
export function readFontTables(bytes: Uint8Array): FontTables {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tables = new Map<string, DataView>();
  for (let index = 0; index < view.getUint16(4); index += 1) {
    const entry = 12 + index * 16;
    const tag = String.fromCharCode(...bytes.subarray(entry, entry + 4));
    const start = bytes.byteOffset + view.getUint32(entry + 8);
    tables.set(tag, new DataView(bytes.buffer, start, view.getUint32(entry + 12)));
  }
  return tables;
}

/** One table that the reader cannot do without; throws when the file does not hold it. */
export function fontTable(tables: FontTables, tag: string): DataView {
  const table = tables.get(tag);
  if (table === undefined) throw new Error(`the font holds no ${tag} table`);
  return table;
}
