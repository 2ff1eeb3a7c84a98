import { readFile, rm, writeFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { parseCsv } from "../data/parse-csv.ts";
import { peopleCsv } from "../testing/people.ts";
import { runCli, runOk } from "../testing/run-cli.ts";
import { scratchFolder } from "../testing/scratch-folder.ts";

const { at, file, filesOf } = scratchFolder();

describe("predict and report", () => {
  const trained = async () => {
    const csv = await file("people.csv", peopleCsv(240));
    await runOk(["train", "--data", csv, "--out", at("run")]);
    return csv;
  };

  test("predict adds a probability and a prediction to every row, and keeps the others as they were", async () => {
    const csv = await trained();
    const args = ["--model", at("run"), "--input", csv];
    const { out } = await runOk(["predict", ...args]);
    const [header, first, ...rest] = parseCsv(out);
    expect(header.fields.slice(-2)).toEqual(["probability", "prediction"]);
    expect(first.fields.slice(0, 4)).toEqual(["1", "1", "1", 'Fam0, Mrs. Given "0"']);
    expect(rest).toHaveLength(239);
    for (const { fields } of rest) {
      const [probability, prediction] = fields.slice(-2);
      expect(prediction).toBe(Number(probability) >= 0.5 ? "1" : "0");
    }
    const written = await runOk(["predict", ...args, "--output", at("out.csv")]);
    expect(written.out).toBe("");
    expect(await readFile(at("out.csv"), "utf8")).toBe(out);
  });

  test("predict needs no label, and warns of categories it never saw", async () => {
    await trained();
    const two = `Pclass,Name,Sex,Age,SibSp,Parch,Ticket,Fare,Cabin,Embarked\n1,"Roe, Mrs. A",female,30,0,0,X,50,,B\n3,"Roe, Mr. B",male,,0,0,Y,8,,S\n`;
    const input = await file("two.csv", two);
    const { out, err } = await runOk(["predict", "--model", at("run"), "--input", input]);
    expect(err).toContain(
      'Embarked has 1 not seen in training, counted as the reference category: "B"',
    );
    expect(parseCsv(out)).toHaveLength(3);
  });

  test("predict refuses a table without a column, a bad cell, and writes nothing", async () => {
    await trained();
    const predict = async (csv: string) => {
      const input = await file("in.csv", csv);
      return runCli(["predict", "--model", at("run"), "--input", input, "--output", at("out.csv")]);
    };
    const { code, err } = await predict("Pclass,Name\n1,x\n");
    expect(err).toContain('in.csv: column "Ticket" is missing; the table has "Pclass", "Name"');
    expect(code).toBe(2);
    expect((await predict("")).err).toContain("the file is empty");
    expect(await filesOf(".")).not.toContain("out.csv");
  });

  test("predict refuses a folder without a model, and weights that belong to another", async () => {
    const csv = await trained();
    const predict = () => runCli(["predict", "--model", at("run"), "--input", csv]);
    const weights = await readFile(at("run/model.safetensors"));
    weights[weights.length - 1] ^= 1;
    await writeFile(at("run/model.safetensors"), weights);
    expect((await predict()).err).toContain("not the weights that model.json was written with");
    await rm(at("run/model.safetensors"));
    expect((await predict()).err).toContain("train the model again");
    await writeFile(at("run/model.json"), '{"format":');
    expect((await predict()).err).toContain("it is no JSON");
    await writeFile(at("run/model.json"), '{"format":"other"}');
    const { code, err } = await predict();
    expect(err).toContain("expected a model of the format");
    expect(code).toBe(2);
    expect((await runCli(["predict", "--model", at("nowhere"), "--input", csv])).err).toContain(
      "there is no such file",
    );
  });

  test("report draws an interval without an end as the run did", async () => {
    // The classes can be separated: the odds ratio's interval has no upper end.
    const rows = Array.from({ length: 80 }, (_, i) => `${i / 1000},${i < 40 ? "a" : "b"}`);
    const csv = await file("own.csv", ["n,label", ...rows].join("\n"));
    const args = ["--data", csv, "--label", "label", "--penalty", "none", "--out", at("run")];
    await runOk(["train", ...args]);
    expect(await readFile(at("run/results.json"), "utf8")).toContain('"Infinity"');
    const html = await readFile(at("run/report.html"), "utf8");
    await runOk(["report", at("run")]);
    expect(await readFile(at("run/report.html"), "utf8")).toBe(html);
  });

  test("report draws the same page again from the numbers alone", async () => {
    await trained();
    const html = await readFile(at("run/report.html"), "utf8");
    await rm(at("run/report.html"));
    await runOk(["report", at("run")]);
    expect(await readFile(at("run/report.html"), "utf8")).toBe(html);
    await writeFile(at("run/results.json"), "{}");
    const { code, err } = await runCli(["report", at("run")]);
    expect(err).toContain("expected the results of a run");
    expect(code).toBe(2);
  });
});
