import { readFile, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { runCommandLine } from "./command-line.ts";
import { temporaryFolder } from "./data/testing/temporary-folder.ts";
import { pytorchFolder } from "./testing/pytorch-models.ts";
import { tinyExamples } from "./testing/tiny-training.ts";

let folder = "";
let out: string[] = [];
const said = () => out.join("\n");

beforeEach(async () => {
  folder = await temporaryFolder();
  const rows = tinyExamples(80, 1).map(
    ({ text, target }) => `${text},${target === 1 ? "good" : "bad"}`,
  );
  await writeFile(join(folder, "films.csv"), `text,label\n${rows.join("\n")}\n`);
  out = [];
  for (const name of ["log", "error"] as const) {
    vi.spyOn(console, name).mockImplementation((text: string) => void out.push(text));
  }
});
afterEach(() => vi.restoreAllMocks());

/** Runs a command line; `stopAt` presses Ctrl-C when such a line is printed. */
async function texts(args: readonly string[], stopAt?: RegExp): Promise<number> {
  const stop = new AbortController();
  vi.mocked(console.log).mockImplementation((text: string) => {
    out.push(text);
    if (stopAt?.test(text)) stop.abort();
  });
  const code = await runCommandLine(args, stop.signal);
  // What a learner has not written yet is an error here, not just a line of output.
  const missing = /^Todo: .*$/m.exec(said());
  if (missing) throw new Error(missing[0]);
  return code;
}

function finetuneArgs(run: string): string[] {
  const data = join(folder, "films.csv");
  const small = ["--model", pytorchFolder("bert"), "--epochs", "3", "--batch-size", "8"];
  return ["finetune", "--data", data, ...small, "--out", join(folder, run)];
}

const weightsOf = (run: string) => readFile(join(folder, run, "model.safetensors"));

describe("finetune", () => {
  test("writes a model that evaluate, predict and export take up", async () => {
    expect(await texts([...finetuneArgs("run"), "--learning-rate", "0.01"])).toBe(0);
    expect(said()).toMatch(/epoch 3 of 3: loss/);
    expect(said()).toMatch(/Test accuracy \d\.\d{4}\./);
    const files = await readdir(join(folder, "run"));
    expect(files).toEqual(
      expect.arrayContaining(["README.md", "metrics.json", "model.safetensors", "report.html"]),
    );
    expect(files).not.toContain("trainings");

    const model = ["--model", join(folder, "run")];
    const data = ["--data", join(folder, "films.csv")];
    expect(await texts(["evaluate", ...model, ...data, "--baseline"])).toBe(0);
    expect(said()).toMatch(/TF-IDF \+ logistic regression: accuracy/);
    out = [];
    expect(await texts(["predict", ...model, "--json", "a great film"])).toBe(0);
    const { scores } = JSON.parse(said());
    expect(Object.keys(scores)).toEqual(["bad", "good"]);
    expect(scores.bad + scores.good).toBeCloseTo(1, 5);
    expect(await texts(["export", ...model, "--out", join(folder, "exported")])).toBe(0);
    expect(await readdir(join(folder, "exported"))).toContain("onnx");
  });

  test.each([
    ["in its training", /epoch 2 of 3/, /epoch 3 of 3|Looking at/],
    ["at the baseline", /Looking at the baseline/, /Looking at behavioural/],
    ["at the behavioural tests", /Looking at behavioural/, /Looking at the report/],
  ])("stopped by Ctrl-C %s it goes on to the bits of an unbroken one", async (_, stopAt, later) => {
    expect(await texts(finetuneArgs("unbroken"))).toBe(0);
    out = [];
    expect(await texts(finetuneArgs("run"), stopAt)).toBe(130);
    expect(said()).toContain(`Go on with: finetune --out ${join(folder, "run")} --resume`);
    expect(said()).not.toMatch(later);
    expect(await readdir(join(folder, "run"))).toContain("trainings");
    expect(await texts(finetuneArgs("run"))).toBe(1);
    expect(said()).toMatch(/is there already: add --resume to go on/);
    expect(await texts([...finetuneArgs("run"), "--resume"])).toBe(0);
    expect(await weightsOf("run")).toEqual(await weightsOf("unbroken"));
  });

  test.each([
    [["--epochs", "0"], /a whole number from 1 to 1000/],
    [["--learning-rate", "fast"], /a number from 0 to 1/],
    [["--mode", "half"], /Allowed choices are full, head/],
    [["--label-column", "stars"], /there is no column "stars"; the columns are "text", "label"/],
    [["--resume"], /nothing to resume/],
    [["--colour"], /unknown option '--colour'/],
  ])("refuses %j", async (args, message) => {
    const error = vi.spyOn(process.stderr, "write").mockImplementation((text) => {
      out.push(String(text));
      return true;
    });
    expect(await texts([...finetuneArgs("refused"), ...args])).toBe(1);
    error.mockRestore();
    expect(said()).toMatch(message);
    expect(await readdir(folder)).toEqual(["films.csv"]);
  });
});
