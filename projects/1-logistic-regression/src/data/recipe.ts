import * as np from "@ml-roadmap/ndarray";
import type { NDArray } from "@ml-roadmap/ndarray";
import type { Companions } from "./companions.ts";
import { fitNumberImputer, fitTextImputer, impute, type Imputer } from "./imputer.ts";
import type { ColumnSpec } from "./infer-columns.ts";
import { fitOneHot, oneHot } from "./one-hot.ts";
import { fitPassengerCompanions, passengerFeatures } from "./passengers.ts";
import type { RawFeature } from "./raw-feature.ts";
import { fitScaler, type Scaler, standardise } from "./scaler.ts";
import { columnOf, numbersOf, type Table } from "./table.ts";

/** Which features to make: those of the passenger table, or plain columns. */
export type RecipeKind =
  | { readonly kind: "passengers" }
  | { readonly kind: "columns"; readonly specs: readonly ColumnSpec[] };

type FittedColumn =
  | { readonly kind: "number"; readonly name: string; readonly imputer: Imputer<number> }
  | {
      readonly kind: "text";
      readonly name: string;
      readonly imputer: Imputer<string>;
      readonly categories: readonly string[];
    };

/** Everything that turns a table into a matrix, learnt from the training part alone. Plain data. */
export interface Recipe {
  readonly of: RecipeKind;
  readonly companions: Companions | null;
  readonly columns: readonly FittedColumn[];
  /** Per feature, as in `Scaler`. */
  readonly mean: readonly number[];
  readonly scale: readonly number[];
  readonly featureNames: readonly string[];
}

/**
 * Learns a recipe from the training part, a table of N rows with its labels (N) of 0 and 1, and
 * returns it with the training matrix X (N, D). Nothing outside `table` is looked at.
 */
export function fitRecipe(
  table: Table,
  labels: ArrayLike<number>,
  of: RecipeKind,
): { recipe: Recipe; X: NDArray } {
  const companions = of.kind === "passengers" ? fitPassengerCompanions(table, labels) : null;
  const raw = rawFeatures(table, of, companions, labels);
  const columns = raw.flatMap((feature) => fitColumn(feature));
  const { X, names } = encode(raw, columns);
  const scaler = fitScaler(X);
  const recipe: Recipe = {
    of,
    companions,
    columns,
    mean: Array.from(scaler.mean.toTyped()),
    scale: Array.from(scaler.scale.toTyped()),
    featureNames: names,
  };
  return { recipe, X: standardise(X, scaler) };
}

/** The matrix X (N, D) of a table's rows that were not trained on. Learns nothing from them. */
export function applyRecipe(recipe: Recipe, table: Table): NDArray {
  const raw = rawFeatures(table, recipe.of, recipe.companions);
  return standardise(encode(raw, recipe.columns).X, scalerOf(recipe));
}

/** Texts that the recipe's training part never had, by column: they count as the reference category. */
export function unknownTexts(recipe: Recipe, table: Table): { column: string; texts: string[] }[] {
  const raw = rawFeatures(table, recipe.of, recipe.companions);
  return raw.flatMap((feature) => {
    const column = recipe.columns.find(({ name }) => name === feature.name);
    if (feature.kind !== "text" || column?.kind !== "text") return [];
    const texts = new Set(feature.cells.filter((text) => text !== null));
    const unknown = [...texts].filter((text) => !column.categories.includes(text));
    return unknown.length > 0 ? [{ column: feature.name, texts: unknown }] : [];
  });
}

function rawFeatures(
  table: Table,
  of: RecipeKind,
  companions: Companions | null,
  labels?: ArrayLike<number>,
): RawFeature[] {
  if (companions) return passengerFeatures(table, companions, labels);
  if (of.kind === "passengers") throw new Error("recipe: a passengers' recipe has companions");
  return of.specs.map(({ name, kind }) =>
    kind === "number"
      ? { kind, name, cells: numbersOf(table, name) }
      : { kind, name, cells: columnOf(table, name) },
  );
}

/** A column that is empty all through the training part says nothing and is left out. */
function fitColumn(feature: RawFeature): FittedColumn[] {
  const { name } = feature;
  if (feature.cells.every((cell) => cell === null)) return [];
  if (feature.kind === "number") {
    return [{ kind: "number", name, imputer: fitNumberImputer(feature.cells) }];
  }
  const imputer = fitTextImputer(feature.cells);
  const categories = fitOneHot(impute(feature.cells, imputer).values);
  return [{ kind: "text", name, imputer, categories }];
}

/** Fills holes, marks them where the training part had some, and writes texts as zeros and ones: (N, D). */
function encode(
  raw: readonly RawFeature[],
  columns: readonly FittedColumn[],
): { X: NDArray; names: string[] } {
  const parts: NDArray[] = [];
  const names: string[] = [];
  for (const column of columns) {
    const feature = raw.find(({ name }) => name === column.name);
    let missing: number[];
    if (column.kind === "number" && feature?.kind === "number") {
      const filled = impute(feature.cells, column.imputer);
      ({ missing } = filled);
      parts.push(asColumn(filled.values));
      names.push(column.name);
    } else if (column.kind === "text" && feature?.kind === "text") {
      const filled = impute(feature.cells, column.imputer);
      ({ missing } = filled);
      parts.push(oneHot(filled.values, column.categories));
      names.push(...column.categories.slice(1).map((category) => `${column.name}: ${category}`));
    } else {
      throw new Error(`recipe: feature "${column.name}" is not what it was when it was fitted`);
    }
    if (column.imputer.hasMissing) {
      parts.push(asColumn(missing));
      names.push(`${column.name} is missing`);
    }
  }
  return { X: np.concatenate(parts, { axis: 1 }), names };
}

function asColumn(values: readonly number[]): NDArray {
  return np.array(Float64Array.from(values)).reshape([-1, 1]);
}

function scalerOf({ mean, scale }: Recipe): Scaler {
  return { mean: np.array(mean), scale: np.array(scale) };
}
