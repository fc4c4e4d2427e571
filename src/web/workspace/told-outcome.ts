/** What became of something that was just done: a name, and what it was done with. */
export type Outcome = { readonly done: string; readonly about: readonly string[] };
