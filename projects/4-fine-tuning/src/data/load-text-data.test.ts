import { describe, expect, test } from "vitest";
import { loadTextData, type TextDataOptions } from "./load-text-data.ts";
import { temporaryFile } from "./testing/temporary-folder.ts";

const lines = (count: number, line: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => line(i)).join("\n");
const sentiment = lines(60, (i) => `text number ${i},${i % 2 ? "positive" : "negative"}`);
const load = async (name: string, content: string | Uint8Array, options: TextDataOptions = {}) =>
  loadTextData({ data: await temporaryFile(name, content), ...options });
const all = ({ data }: Awaited<ReturnType<typeof loadTextData>>) => [
  ...data.train,
  ...data.validation,
  ...data.test,
];

describe("loadTextData({ data: file })", () => {
  test("reads CSV, splits 70 : 15 : 15 with every class in proportion, and says what it did", async () => {
    const loaded = await load("mine.csv", `text,label\n${sentiment}\n`);
    const { data, problems } = loaded;
    expect(data.name).toBe("mine");
    expect(data.task).toEqual({ kind: "classes", labels: ["negative", "positive"] });
    expect([data.train.length, data.validation.length, data.test.length]).toEqual([40, 10, 10]);
    expect(data.test.filter(({ target }) => target === 1).length).toBe(5);
    expect(data.description).toMatch(
      /mine\.csv: text in column "text", label in "label", dealt at random \(seed 0\)/,
    );
    expect(problems).toEqual([]);
  });

  test("reads TSV with a pair, named columns, tags and quotes in the text", async () => {
    const rows = lines(40, (i) => `${i % 3}\tis "it" ${i} ?\tit is ${i}\tshop${i % 2}`);
    const loaded = await load("pairs.tsv", `verdict\tpremise\thypothesis\tshop\n${rows}`, {
      textColumn: "premise",
      pairColumn: "hypothesis",
      labelColumn: "verdict",
      tagColumns: ["shop"],
    });
    expect(loaded.data.task).toEqual({ kind: "classes", labels: ["0", "1", "2"] });
    expect(all(loaded)).toContainEqual({
      text: 'is "it" 4 ?',
      pair: "it is 4",
      target: 1,
      tags: { shop: "shop0" },
    });
  });

  test("reads JSON lines: lists are several labels at once, and an empty list is none of them", async () => {
    const rows = lines(40, (i) =>
      JSON.stringify({ text: `text ${i}`, label: [["fun", "long"], ["fun"], []][i % 3] }),
    );
    const loaded = await load("many.jsonl", rows);
    expect(loaded.data.task).toEqual({ kind: "multi-label", labels: ["fun", "long"] });
    expect(all(loaded).find(({ text }) => text === "text 3")?.target).toEqual([1, 1]);
    expect(all(loaded).find(({ text }) => text === "text 2")?.target).toEqual([0, 0]);
    const bars = await load(
      "bars.csv",
      `text,label\n${lines(40, (i) => `text ${i},${["fun | long", "fun", ""][i % 3]}`)}`,
    );
    expect(all(bars).map(({ target }) => target)).toEqual(all(loaded).map(({ target }) => target));
  });

  test("takes null for none of the labels, also where misspelt ones are corrected", async () => {
    const rows = lines(40, (i) =>
      JSON.stringify({
        text: `text ${i}`,
        label: i === 0 ? ["Fun"] : i % 2 === 0 ? null : ["fun"],
      }),
    );
    const { data } = await load("none.jsonl", rows, { fixLabels: true });
    expect(data.task).toEqual({ kind: "multi-label", labels: ["fun"] });
  });

  test("predicts numbers when asked, and asks when numbers look like measurements", async () => {
    const csv = `text,score\n${lines(50, (i) => `text ${i},${i / 10}`)}`;
    await expect(load("a.csv", csv)).rejects.toThrow("--task regression");
    const loaded = await load("a.csv", csv, { task: "regression" });
    expect(loaded.data.task).toEqual({ kind: "regression" });
    expect(all(loaded).find(({ text }) => text === "text 7")?.target).toBe(0.7);
    await expect(load("a.csv", `text,score\nx,1\ny,high`, { task: "regression" })).rejects.toThrow(
      /line 3: expected a number to predict, found "high"/,
    );
  });

  test("takes a file of its own for a part, and refuses labels that training does not have", async () => {
    const testData = await temporaryFile("test.csv", "label,text\npositive,only here\n");
    const loaded = await load("a.csv", `text,label\n${sentiment}`, { testData });
    expect(loaded.data.test).toEqual([{ text: "only here", target: 1 }]);
    expect(loaded.data.validation.length).toBe(10);
    const strange = await temporaryFile("test.csv", "label,text\nneutral,only here\n");
    await expect(load("a.csv", `text,label\n${sentiment}`, { testData: strange })).rejects.toThrow(
      /test\.csv, line 2: the label "neutral" is not among/,
    );
  });
});

describe("loadTextData reports", () => {
  const kinds = async (rows: string, options: TextDataOptions = {}) => {
    const { problems } = await load("a.csv", `text,label\n${rows}\n${sentiment}`, options);
    return problems;
  };

  test("empty texts and missing labels, by line, and leaves them out", async () => {
    const problems = await kinds(" ,positive\nno label,\n,");
    expect(problems).toMatchObject([
      { kind: "empty-text", count: 2, message: "2 rows without a text were left out." },
      { kind: "missing-label", count: 1, examples: [expect.stringMatching(/a\.csv, line 3$/)] },
    ]);
  });

  test("duplicates, exact and near, and texts that contradict themselves", async () => {
    const problems = await kinds("Text  number 3!,positive\ntext number 4,positive");
    expect(problems).toMatchObject([
      { kind: "duplicate", severity: "note", count: 2 },
      { kind: "conflicting-labels", severity: "warning", count: 1, examples: ['"text number 4"'] },
    ]);
  });

  test("texts of a test file that were learnt", async () => {
    const testData = await temporaryFile(
      "test.csv",
      "text,label\nTEXT NUMBER 7,positive\nnew,negative\n",
    );
    const { problems } = await load("a.csv", `text,label\n${sentiment}`, {
      testData,
      validation: 0,
    });
    expect(problems).toMatchObject([
      { kind: "leak", severity: "warning", examples: ['"TEXT NUMBER 7" in train and test'] },
    ]);
  });

  test("misspelt labels, which are classes of their own unless they are to be read as meant", async () => {
    const typo = "x,Positive\ny,negativ";
    const loaded = await load("a.csv", `text,label\n${typo}\n${sentiment}`);
    expect(loaded.data.task).toMatchObject({
      labels: ["Positive", "negativ", "negative", "positive"],
    });
    expect(loaded.problems[0]).toMatchObject({
      kind: "label-typo",
      examples: [
        '"Positive" (1 row): probably "positive"',
        '"negativ" (1 row): probably "negative"',
      ],
    });
    const fixed = await load("a.csv", `text,label\n${typo}\n${sentiment}`, { fixLabels: true });
    expect(fixed.data.task).toMatchObject({ labels: ["negative", "positive"] });
  });

  test("rare and unequal classes, and texts that are too long", async () => {
    const problems = await kinds(
      `${"word ".repeat(400)},positive\n${lines(3, (i) => `odd ${i},mixed`)}`,
    );
    expect(problems.map(({ kind }) => kind)).toEqual(["rare-label", "imbalance", "too-long"]);
    expect(problems[1].message).toMatch(/right for \d\d% of the training texts/);
  });
});

describe("loadTextData refuses", () => {
  test("lines that cannot be read, by number, unless told to skip them", async () => {
    const csv = `text,label\n${sentiment}\na,b,c\n"open\nfine,positive`;
    await expect(load("a.csv", csv)).rejects.toThrow(
      /2 lines cannot be read:\n {2}line 62: expected 2 fields as in the header, found 3\n {2}line 63: a quote opens here/,
    );
    const { problems } = await load("a.csv", csv, { skipMalformed: true });
    expect(problems[0]).toMatchObject({ kind: "malformed-line", count: 2 });
    await expect(load("a.jsonl", '{"text": "a", "label": 1}\n[1]\n{"text')).rejects.toThrow(
      /line 2: expected a JSON object.*\n {2}line 3/,
    );
  });

  test.each([
    ["one class only", "text,label\na,x\nb,x", 'two classes or more are needed, found only "x"'],
    [
      "a missing column",
      "words,label\na,x\nb,y",
      'name one of "words", "label" with --text-column',
    ],
    ["no rows", "text,label\n", "there are no rows of data"],
    ["nothing usable", "text,label\n,x\n", "no row has both a text"],
    ["the same column twice", "text,text\na,b", 'two columns are named "text"'],
    [
      "ids in place of labels",
      `text,label\n${lines(300, (i) => `t${i},id${i}`)}`,
      "300 different labels in 300 rows",
    ],
    ["too few rows", "text,label\na,x\nb,y", "too few to keep 15% of them"],
  ])("%s", async (_, csv, message) => {
    await expect(load("a.csv", csv)).rejects.toThrow(message);
  });

  test("other kinds of files, and names that are neither data nor file", async () => {
    await expect(load("a.xlsx", "x")).rejects.toThrow(
      "expected a file whose name ends in .csv, .tsv, .jsonl",
    );
    await expect(loadTextData({ data: "sst3" })).rejects.toThrow(
      'no data set and no file "sst3"; expected reviews, sst2',
    );
    await expect(
      load("a.csv", `text,label\n${sentiment}`, { labelColumn: "Lable" }),
    ).rejects.toThrow(
      '--label-column: there is no column "Lable"; the columns are "text", "label"',
    );
  });
});
