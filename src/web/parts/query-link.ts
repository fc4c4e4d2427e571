/** What a list shows, as its address says it. */
export type Query = Readonly<Record<string, string | undefined>>;

/** The address of the same list with some of its query changed; what is empty or absent is left out. */
export function queryLink(path: string, query: Query, changes: Query = {}): string {
  const pairs = Object.entries({ ...query, ...changes }).flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [[name, value]],
  );
  const text = new URLSearchParams(pairs).toString();
  return text === '' ? path : `${path}?${text}`;
}
