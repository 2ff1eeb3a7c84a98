import { numbersOf, type Table, type TextColumn } from "../data/table.ts";

/** A column "Age" of numbers as three groups, null where the age is missing; nothing for a table without one. */
export function ageGroups(table: Table): { column: string; texts: TextColumn }[] {
  const column = table.columns["Age"];
  if (
    column === undefined ||
    column.some((text) => text !== null && !Number.isFinite(Number(text)))
  ) {
    return [];
  }
  const texts = numbersOf(table, "Age").map((age) => {
    if (age === null) return null;
    if (age < 16) return "0 to 15";
    return age < 60 ? "16 to 59" : "60 and over";
  });
  return [{ column: "Age", texts }];
}
