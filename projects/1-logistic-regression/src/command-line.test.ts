import { readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { peopleCsv } from "./testing/people.ts";
import { runCli, runOk } from "./testing/run-cli.ts";
import { scratchFolder } from "./testing/scratch-folder.ts";

const { at, file, filesOf } = scratchFolder();

describe("--help", () => {
  test.each([[], ["train"], ["predict"], ["report"], ["evaluate"]])(
    "%s explains itself",
    async (...command) => {
      const { code, out } = await runCli([...command, "--help"]);
      expect(code).toBe(0);
      expect(out).toContain("Usage: logistic-regression");
    },
  );

  test("a mistyped option, choice or number ends with code 2 and says what was expected", async () => {
    expect(await runCli(["train", "--penality", "l2"])).toMatchObject({ code: 2 });
    const choice = await runCli(["train", "--penalty", "l3"]);
    expect(choice.code).toBe(2);
    expect(choice.err).toContain("Allowed choices are none, l2, l1, elasticnet");
    const number = await runCli(["train", "--C", "strong"]);
    expect(number.code).toBe(2);
    expect(number.err).toContain("Expected a number above 0.");
    expect(await runCli(["predict"])).toMatchObject({ code: 2 });
  });
});

describe("train", () => {
  const trainArgs = (csv: string, more: readonly string[]) => [
    "train",
    "--data",
    csv,
    "--out",
    at("run"),
    ...more,
  ];
  const train = (csv: string, ...more: string[]) => runCli(trainArgs(csv, more));
  const trainOk = (csv: string, ...more: string[]) => runOk(trainArgs(csv, more));

  test("leaves a whole run folder, the metrics as the tour reads them", async () => {
    const { out, err } = await trainOk(await file("people.csv", peopleCsv(240)));
    expect(err).toContain("opening the test part, once");
    expect(out).toContain("Test accuracy");
    const files = [
      "metrics.json",
      "model.json",
      "model.safetensors",
      "report.html",
      "results.json",
    ];
    expect(new Set(await filesOf("run"))).toEqual(new Set(files));
    const metrics = JSON.parse(await readFile(at("run/metrics.json"), "utf8"));
    expect(metrics).toMatchObject({
      title: "Logistic regression on Survived",
      report: "report.html",
    });
    expect(metrics.metrics[0]).toMatchObject({ name: "test accuracy", baselineName: "sex only" });
  });

  test("gives the same numbers for the same seed", async () => {
    const csv = await file("people.csv", peopleCsv(240));
    await trainOk(csv);
    const first = await readFile(at("run/model.safetensors"));
    await trainOk(csv);
    expect(await readFile(at("run/model.safetensors"))).toEqual(first);
    await trainOk(csv, "--seed", "2");
    expect(await readFile(at("run/model.safetensors"))).not.toEqual(first);
  });

  test("reads a CSV with CRLF line ends and quoted commas as the one without", async () => {
    await trainOk(await file("lf.csv", peopleCsv(240)));
    const unix = await readFile(at("run/model.safetensors"));
    await trainOk(await file("crlf.csv", peopleCsv(240).replaceAll("\n", "\r\n")));
    expect(await readFile(at("run/model.safetensors"))).toEqual(unix);
  });

  test("learns from any table with two classes, and says which columns it left out", async () => {
    const rows = Array.from(
      { length: 120 },
      (_, i) => `${i % 9},${i % 2 ? "big" : "small"},x${i},${i % 3 ? "no" : "yes"}`,
    );
    const csv = await file("own.csv", ["n,size,id,answer", ...rows].join("\n"));
    await trainOk(csv, "--label", "answer", "--penalty", "l1");
    const results = JSON.parse(await readFile(at("run/results.json"), "utf8"));
    expect(results.data.classNames).toEqual(["no", "yes"]);
    expect(results.data.ignored).toEqual([{ name: "id", why: "it has 120 different texts" }]);
    expect(results.coefficients.why).toContain("penalty");
  });

  const tenRows = ["n,label", ...Array.from({ length: 10 }, (_, i) => `${i},${i % 2}`)].join("\n");
  const good = "n,label\n1,a\n2,b\n3,a\n4,b\n";
  test.each([
    ["an empty file", "", [], "the file is empty"],
    ["a header alone", "n,label\n", [], "there is a header line but no row below it"],
    [
      "a missing label column",
      good,
      ["--label", "survived"],
      'column "survived" is missing; the table has "n", "label"',
    ],
    ["a missing label", "n,label\n1,a\n2,\n", [], 'column "label", row 2: the label is missing'],
    ["a single class", "n,label\n1,a\n2,a\n", [], 'two classes are needed, found only "a"'],
    [
      "three classes",
      "n,label\n1,a\n2,b\n3,c\n",
      [],
      'two classes are needed, found 3 classes: "a", "b", "c"',
    ],
    [
      "a line that is too long",
      "n,label\n1,a\n2,b,c\n",
      [],
      "line 3 has 3 fields, the header has 2",
    ],
    [
      "a quote that never closes",
      'n,label\n1,"a\n2,b\n',
      [],
      "line 2: a quote opens here and never closes",
    ],
    ["a column twice", "n,n,label\n1,2,a\n", [], 'two columns are named "n"'],
    ["nothing to learn from", "n,label\n1,a\n1,b\n", [], "no column is left to learn from"],
    ["a column to drop that is not there", good, ["--drop", "m"], 'column "m" is missing'],
    ["too few rows for the parts", good, [], 'the validation part has no row whose "label" is "a"'],
    ["too few rows for the folds", tenRows, [], "folds must be a whole number from 2"],
    ["no validation part", good, ["--validation", "0"], "Expected a number above 0 and below 1"],
    [
      "shares that leave nothing",
      good,
      ["--test", "0.7", "--validation", "0.6"],
      "together below 1",
    ],
  ])("refuses %s with code 2, and writes nothing", async (_what, csv, more, message) => {
    const label = more.includes("--label") ? [] : ["--label", "label"];
    const { code, err } = await train(await file("bad.csv", csv), ...label, ...more);
    expect(err).toContain(message);
    expect(code).toBe(2);
    expect(await filesOf("run")).toBeUndefined();
  });

  test("refuses a text where a number belongs, in the passenger table and elsewhere, by row", async () => {
    const bad = peopleCsv(60).replace(",40,", ",forty,");
    const { code, err } = await train(await file("people.csv", bad));
    expect(err).toContain('column "Age"');
    expect(err).toContain('a number belongs here, found "forty"');
    expect(code).toBe(2);
    expect(await filesOf("run")).toBeUndefined();
    const rows = Array.from({ length: 80 }, (_, i) => `${i === 69 ? "abc" : i},${i % 2}`);
    const own = await file("own.csv", ["x,label", ...rows].join("\n"));
    expect((await train(own, "--label", "label", "--C", "1")).err).toContain(
      'own.csv: column "x", row 70: a number belongs here, found "abc"',
    );
  });

  test("refuses a place where nothing can be written, before it trains", async () => {
    const csv = await file("people.csv", peopleCsv(240));
    const taken = await file("taken", "");
    const { code, out, err } = await runCli(["train", "--data", csv, "--out", taken]);
    expect(err).toContain("taken: nothing can be written there");
    expect([code, out]).toEqual([2, ""]);
  });

  test("says what it does: no cross-validation where C is given, no C where nothing is penalised", async () => {
    const csv = await file("people.csv", peopleCsv(240));
    const given = await trainOk(csv, "--C", "1");
    expect(given.out).toContain("C 1 (given)");
    expect(given.err).not.toContain("cross-validation");
    const none = await trainOk(csv, "--penalty", "none");
    expect(none.out).toContain("no penalty, ");
  });

  test("refuses a file that is not there, or is a folder", async () => {
    expect((await train(at("none.csv"))).err).toContain("none.csv: there is no such file");
    const { code, err } = await train(at("."));
    expect(err).toContain("it is a folder; name a file");
    expect(code).toBe(2);
  });

  test("takes missing numbers, collinear columns and separable classes, and says what it means", async () => {
    const rows = Array.from(
      { length: 80 },
      (_, i) => `${i % 7 === 0 ? "NaN" : i},${2 * i},${i < 40 ? "a" : "b"}`,
    );
    const csv = await file("odd.csv", ["x,double,label", ...rows].join("\n"));
    const { err } = await trainOk(csv, "--label", "label", "--penalty", "none");
    expect(err).toContain("Warning: the classes can be separated");
  });

  test("warns of a fit that did not converge, and still exits 0", async () => {
    const csv = await file("people.csv", peopleCsv(240));
    const { err } = await trainOk(csv, "--solver", "gradient-descent", "--max-iter", "1");
    expect(err).toContain("Warning: gradient-descent stopped after 1 iterations");
  });

  test("stopped by Ctrl-C, ends with code 130 and writes nothing", async () => {
    const csv = await file("people.csv", peopleCsv(240));
    const stopped = await runCli(["train", "--data", csv, "--out", at("run")], AbortSignal.abort());
    expect(stopped.err).toContain("Stopped; nothing was written.");
    expect(stopped.code).toBe(130);
    expect(await filesOf("run")).toBeUndefined();
  });
});

test("evaluate prints the accuracy beside the baselines, and writes it where asked", async () => {
  const csv = await file("people.csv", peopleCsv(150));
  const args = ["--data", csv, "--repeats", "1", "--folds", "3", "--json", at("cv.json")];
  const { out } = await runOk(["evaluate", ...args]);
  expect(out).toContain("Accuracy, 1 x 3-fold cross-validation, 150 rows");
  expect(JSON.parse(await readFile(at("cv.json"), "utf8")).chosenCs).toHaveLength(3);
});
