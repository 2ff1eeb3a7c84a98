import { expect, test } from "vitest";
import {
  fitPassengerCompanions,
  isPassengerTable,
  passengerFeatures,
  titleOf,
} from "./passengers.ts";
import { readTable } from "./table.ts";

// Invented people in the columns of the passenger table.
const csv = `PassengerId,Survived,Pclass,Name,Sex,Age,SibSp,Parch,Ticket,Fare,Cabin,Embarked
1,0,3,"Doe, Mr. John",male,30,1,1,T1,30,,S
2,1,3,"Doe, Mrs. John (Jane Roe)",female,28,1,1,T1,30,,S
3,1,3,"Doe, Master. Jim",male,,0,2,T1,30,,S
4,1,1,"Poe, Dr. Ann",female,50,0,0,T2,80,C85,C
5,0,2,"Moe, Rev. Max",male,40,0,0,T3,,,`;
const table = readTable(csv, "people.csv");
const survived = [0, 1, 1, 1, 0];

const feature = (name: string, labels?: readonly number[]) =>
  passengerFeatures(table, fitPassengerCompanions(table, survived), labels).find(
    (one) => one.name === name,
  )?.cells;

test("titleOf(name) groups titles into Mr, Mrs, Miss, Master and Rare", () => {
  const names = [
    "A, Mr. B",
    "A, Mme. B",
    "A, Mlle. B",
    "A, Ms. B",
    "A, Master. B",
    "A, the Countess. of B",
    "no title",
  ];
  expect(names.map(titleOf)).toEqual(["Mr", "Mrs", "Miss", "Miss", "Master", "Rare", "Rare"]);
});

test("isPassengerTable(table) asks for every column that a feature needs", () => {
  expect(isPassengerTable(table)).toBe(true);
  expect(isPassengerTable(readTable("Class,Sex,Age,Survived\n1st,male,adult,0\n", "x"))).toBe(
    false,
  );
});

test("passengerFeatures(table) makes family size, deck, title and the fare per person", () => {
  expect(feature("Family size")).toEqual([3, 3, 3, 1, 1]);
  expect(feature("Deck")).toEqual(["unknown", "unknown", "unknown", "C", "unknown"]);
  expect(feature("Title")).toEqual(["Mr", "Mrs", "Master", "Rare", "Rare"]);
  expect(feature("Age")).toEqual([30, 28, null, 50, 40]);
  // Three people paid 30 together; a row of the training part counts itself once.
  expect(feature("Log fare per person", survived)).toEqual([
    Math.log1p(10),
    Math.log1p(10),
    Math.log1p(10),
    Math.log1p(80),
    null,
  ]);
});

test("passengerFeatures(table) has features that are 0 but for women and children", () => {
  expect(feature("Family size, w/c")).toEqual([0, 3, 3, 1, 0]);
  expect(feature("Third class, w/c")).toEqual([0, 1, 1, 0, 0]);
});
