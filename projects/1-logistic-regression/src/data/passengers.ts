import {
  type CompanionFeatures,
  companionFeatures,
  type Companions,
  fitCompanions,
  type Traveller,
} from "./companions.ts";
import type { RawFeature } from "./raw-feature.ts";
import { columnOf, numbersOf, type Table } from "./table.ts";

/** The columns of the 891-row passenger table that features are made of. */
export const passengerColumns = [
  "Pclass",
  "Name",
  "Sex",
  "Age",
  "SibSp",
  "Parch",
  "Ticket",
  "Fare",
  "Cabin",
  "Embarked",
] as const;

/** Whether a table has all columns of the passenger table. */
export function isPassengerTable(table: Table): boolean {
  return passengerColumns.every((name) => table.names.includes(name));
}

const commonTitles: Record<string, string> = {
  Mr: "Mr",
  Mrs: "Mrs",
  Mme: "Mrs",
  Miss: "Miss",
  Mlle: "Miss",
  Ms: "Miss",
  Master: "Master",
};

/** The title in "Surname, Title. First names": Mr, Mrs, Miss, Master (a boy) or, for all others, Rare. */
export function titleOf(name: string): string {
  const title = /,\s*([^.,]+)\./.exec(name)?.[1].trim() ?? "";
  return commonTitles[title] ?? "Rare";
}

/** Learns who travelled together from the training part. */
export function fitPassengerCompanions(table: Table, survived: ArrayLike<number>): Companions {
  return fitCompanions(travellersOf(table), survived);
}

/**
 * Features of each passenger; those whose name ends in "w/c" are 0 but for women and children. Rows of the training part state `survived` (N), so that each one's own
 * fate is left out of what its companions say; other rows leave it away.
 */
export function passengerFeatures(
  table: Table,
  companions: Companions,
  survived?: ArrayLike<number>,
): RawFeature[] {
  const travellers = travellersOf(table);
  const known: CompanionFeatures[] = travellers.map((traveller, i) =>
    companionFeatures(companions, traveller, survived?.[i]),
  );
  const womanOrChild = travellers.map(({ isWomanOrChild }) => Number(isWomanOrChild));
  const familySize = familySizes(table);
  const thirdClass = columnOf(table, "Pclass").map((text) => (text === "3" ? 1 : 0));
  const farePerPerson = numbersOf(table, "Fare").map((fare, i) =>
    fare === null ? null : Math.log1p(Math.max(0, fare) / known[i].party),
  );
  const numbers = (name: string, cells: (number | null)[]): RawFeature => ({
    kind: "number",
    name,
    cells,
  });
  const texts = (name: string, cells: (string | null)[]): RawFeature => ({
    kind: "text",
    name,
    cells,
  });
  return [
    texts("Class", columnOf(table, "Pclass")),
    texts("Sex", columnOf(table, "Sex")),
    texts(
      "Title",
      columnOf(table, "Name").map((name) => (name === null ? null : titleOf(name))),
    ),
    numbers("Age", numbersOf(table, "Age")),
    numbers("Family size", familySize),
    numbers("Log fare per person", farePerPerson),
    texts(
      "Deck",
      columnOf(table, "Cabin").map((cabin) => cabin?.[0] ?? "unknown"),
    ),
    texts("Embarked", columnOf(table, "Embarked")),
    numbers(
      "Family size, w/c",
      womanOrChild.map((one, i) => one * (familySize[i] ?? 1)),
    ),
    numbers(
      "Third class, w/c",
      womanOrChild.map((one, i) => one * thirdClass[i]),
    ),
    numbers(
      "Companions",
      known.map(({ survival }) => survival),
    ),
    numbers(
      "Companions, w/c",
      known.map(({ survival }, i) => survival * womanOrChild[i]),
    ),
  ];
}

/** Columns that hold numbers or nothing. */
export const passengerNumbers = ["Age", "SibSp", "Parch", "Fare"];

function familySizes(table: Table): (number | null)[] {
  const parents = numbersOf(table, "Parch");
  return numbersOf(table, "SibSp").map((siblings, i) => {
    const parch = parents[i];
    return siblings === null || parch === null ? null : siblings + parch + 1;
  });
}

function travellersOf(table: Table): Traveller[] {
  const names = columnOf(table, "Name");
  const tickets = columnOf(table, "Ticket");
  const sexes = columnOf(table, "Sex");
  const sizes = familySizes(table);
  return names.map((name, i) => {
    const surname = name?.split(",")[0] ?? "";
    const size = sizes[i] ?? 1;
    return {
      ticket: tickets[i] ?? "",
      family: size > 1 && surname !== "" ? `${surname} (${size})` : "",
      isWomanOrChild: sexes[i] === "female" || (name !== null && titleOf(name) === "Master"),
    };
  });
}
