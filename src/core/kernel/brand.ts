declare const brand: unique symbol;

/** A value that only its own parser can make, so that identifiers of different things cannot be mixed up. */
export type Brand<T, Name extends string> = T & { readonly [brand]: Name };
