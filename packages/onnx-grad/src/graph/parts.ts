import type { Initializer } from "./initializer.ts";
import type { Value } from "./value.ts";

export type Parameter = {
  readonly value: Value;
  readonly shape: readonly number[];
  /** How it starts when no weights are given. */
  readonly initializer: Initializer | undefined;
};

/** A row lookup that the trainer does outside the graph: `rows` is an input with the table's rows at `ids`. */
export type OutsideLookup = {
  readonly table: Value;
  readonly ids: Value;
  readonly rows: Value;
};

/** A dropout mask that the trainer draws: `mask` is an input with 0 or `1 / (1 - rate)`. */
export type DropoutMask = { readonly mask: Value; readonly rate: number };
