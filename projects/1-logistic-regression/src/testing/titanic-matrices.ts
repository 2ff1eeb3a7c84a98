import { array, concatenate, type NDArray } from "@ml-roadmap/ndarray";
import { fitNumberImputer, fitTextImputer, impute } from "../data/imputer.ts";
import { fitOneHot, oneHot } from "../data/one-hot.ts";
import { fitScaler, standardise } from "../data/scaler.ts";
import { columnOf, numbersOf, readTable, type Table } from "../data/table.ts";

/** X and labels of Dawson's table: class, sex and age as zeros and ones, (2201, 5). */
export function embeddedTitanicMatrix(csv: string): { X: NDArray; y: number[] } {
  const table = readTable(csv, "embedded table");
  const X = concatenate([categories(table, "Class"), categories(table, "Sex"), children(table)], {
    axis: 1,
  });
  return { X, y: survivalOf(table) };
}

/** X and labels of the 891-row table: nine standardised features, (891, 9). */
export function passengerTitanicMatrix(csv: string): { X: NDArray; y: number[] } {
  const table = readTable(csv, "passenger table");
  const parts = [
    categories(table, "Pclass"),
    categories(table, "Sex"),
    ...["Age", "SibSp", "Parch", "Fare"].map((name) => {
      const column = numbersOf(table, name);
      return array(impute(column, fitNumberImputer(column)).values).reshape([-1, 1]);
    }),
    categories(table, "Embarked"),
  ];
  const X = concatenate(parts, { axis: 1 });
  return { X: standardise(X, fitScaler(X)), y: survivalOf(table) };
}

function categories(table: Table, name: string): NDArray {
  const column = columnOf(table, name);
  const { values } = impute(column, fitTextImputer(column));
  return oneHot(values, fitOneHot(values));
}

/** The generator marks children; one-hot with "adult" as the reference. */
function children(table: Table): NDArray {
  return oneHot(impute(columnOf(table, "Age"), { fill: "adult", hasMissing: false }).values, [
    "adult",
    "child",
  ]);
}

function survivalOf(table: Table): number[] {
  return impute(numbersOf(table, "Survived"), { fill: 0, hasMissing: false }).values;
}
