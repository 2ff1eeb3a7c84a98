import { randomGenerator } from "@ml-roadmap/ndarray";
import { expect, test } from "vitest";
import type { Task } from "../../data/example.ts";
import type { Predict } from "../predict.ts";
import { careless, withAside, withTypo } from "./perturbations.ts";
import { polarityOf } from "./polarity.ts";
import { runBehaviourTests } from "./run-behaviour-tests.ts";
import { sentimentTests } from "./sentiment-tests.ts";

const task: Task = { kind: "classes", labels: ["negative", "positive"] };

/** A model that answers positive where `isPositive` says so. */
const model =
  (isPositive: (text: string) => boolean): Predict =>
  (texts) =>
    Promise.resolve({
      probabilities: Float32Array.from(
        texts.flatMap((text) => (isPositive(text) ? [0.2, 0.8] : [0.8, 0.2])),
      ),
    });

const praise = /good|wonderful|excellent|lovely|great|enjoyable|love|recommend/u;
const byWords = model((text) => praise.test(text));
const rates = async (predict: Predict, texts: readonly string[] = []) =>
  Object.fromEntries(
    (await runBehaviourTests(predict, task, { texts })).map(({ name, cases, failed }) => [
      name,
      failed / cases,
    ]),
  );

test("runBehaviourTests(predict, task) sees that a model of words alone knows words and no negation", async () => {
  const found = await rates(byWords);
  expect(found).toMatchObject({
    "plain words": 0,
    "opinions as verbs": 0,
    "negation flips praise": 1,
    "negation flips blame": 1,
    "names swapped": 0,
  });
  expect(found["the last word counts"]).toBe(0.5);
});

test("runBehaviourTests(predict, task) sees a model that looks at names", async () => {
  const result = (
    await runBehaviourTests(
      model((text) => text.includes("Anna")),
      task,
      { texts: [] },
    )
  ).find(({ name }) => name === "names swapped");
  expect([result?.cases, result?.failed]).toEqual([8, 8]);
  expect(result?.failures[0]).toEqual({
    text: "Anna told me that this was the best evening of the year.",
    other: "John told me that this was the best evening of the year.",
    expected: "positive",
    found: "negative",
  });
});

test("runBehaviourTests(predict, task) changes the given texts in ways that must not matter", async () => {
  const texts = ["A wonderful evening.", "Dreadful seats and cold soup."];
  const found = await rates(byWords, texts);
  expect(found).toMatchObject({ "an aside": 0, "careless typing": 0 });
  expect(
    await rates(
      model((text) => text.includes("  ")),
      texts,
    ),
  ).toMatchObject({ "careless typing": 1, "an aside": 0 });
  expect(await runBehaviourTests(byWords, { kind: "regression" }, { texts })).toEqual([]);
  const other = await runBehaviourTests(
    byWords,
    { kind: "classes", labels: ["sport", "politics"] },
    { texts },
  );
  expect(other.map(({ name }) => name)).toEqual(["typos", "an aside", "careless typing"]);
});

test("sentimentTests have no case twice and as much praise as blame", () => {
  for (const { cases } of sentimentTests) {
    expect(new Set(cases.map((one) => JSON.stringify(one))).size).toBe(cases.length);
  }
  for (const { cases } of sentimentTests.filter(({ kind }) => kind === "minimum functionality")) {
    const positive = cases.filter((one) => "polarity" in one && one.polarity === "positive").length;
    expect(2 * positive).toBe(cases.length);
  }
});

test("polarityOf(task) finds the labels by name", () => {
  expect(polarityOf({ kind: "classes", labels: ["Neutral", "Positive", "Negative"] })).toEqual({
    negative: 2,
    positive: 1,
  });
  expect(polarityOf({ kind: "classes", labels: ["0", "1"] })).toBeUndefined();
});

test("withTypo, withAside and careless change a text in one small way", () => {
  const random = randomGenerator(1);
  const text = "It was a pleasant evening.";
  for (let i = 0; i < 20; i++) {
    const typo = withTypo(text, random) ?? "";
    expect(typo).not.toBe(text);
    expect(Array.from(typo).toSorted()).toEqual(Array.from(text).toSorted());
    expect(typo.slice(0, 10)).toBe(text.slice(0, 10));
  }
  expect(withTypo("No, it is not.", random)).toBeUndefined();
  expect(withAside(text, random)).toMatch(/^It was a pleasant evening\. [A-Z].*\.$/);
  expect(careless(text)).toBe("it  was  a  pleasant  evening");
});
