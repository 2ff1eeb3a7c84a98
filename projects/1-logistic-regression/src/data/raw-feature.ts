/** A column before it is fitted: numbers or texts, null where missing. */
export type RawFeature =
  | { readonly kind: "number"; readonly name: string; readonly cells: readonly (number | null)[] }
  | { readonly kind: "text"; readonly name: string; readonly cells: readonly (string | null)[] };
