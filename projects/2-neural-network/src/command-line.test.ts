import { mkdtemp, readFile, readdir, rm, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { grayscalePng } from "@ml-roadmap/charts";
import { generateDigits } from "@ml-roadmap/datasets";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { runCommandLine } from "./command-line.ts";

let folder = "";
let model = "";
let out: string[] = [];
const noSignal = new AbortController().signal;
const said = () => out.join("\n");

/** What a learner has not written yet is an error here, not just a line of output. */
function checkWritten(): void {
  const missing = /^Todo: .*$/m.exec(`${said()}\n${trained.said}`);
  if (missing) throw new Error(missing[0]);
}

async function digits(...args: string[]): Promise<number> {
  const code = await runCommandLine(args, noSignal);
  checkWritten();
  return code;
}

function listen(): void {
  out = [];
  for (const name of ["log", "error"] as const) {
    vi.spyOn(console, name).mockImplementation((text: string) => void out.push(text));
  }
  for (const stream of [process.stdout, process.stderr]) {
    vi.spyOn(stream, "write").mockImplementation((text) => out.push(String(text)) > 0);
  }
}

let trained = { code: -1, said: "" };
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "digits-"));
  model = join(folder, "model");
  listen();
  const args = ["train", "--data", "embedded", "--epochs", "1", "--out", model];
  const code = await runCommandLine(args, noSignal);
  trained = { code, said: said() };
  vi.restoreAllMocks();
}, 60_000);
afterAll(() => rm(folder, { recursive: true }));
beforeEach(listen);
afterEach(() => vi.restoreAllMocks());

describe("train", () => {
  test("writes model, metrics, curves and report, and says what it did", async () => {
    checkWritten();
    expect(trained.code).toBe(0);
    expect(trained.said).toMatch(/generated digits, which come with the course, as asked/);
    expect(trained.said).toMatch(/Loss before training 2\.\d+ \(ln 10 = 2\.303\)/);
    expect(trained.said).toMatch(/Test accuracy 9\d\.\d\d%/);
    expect((await readdir(model)).toSorted()).toEqual([
      "checkpoint.safetensors",
      "history.json",
      "metrics.json",
      "model.json",
      "model.safetensors",
      "report.html",
    ]);
    const { metrics, data } = JSON.parse(await readFile(join(model, "metrics.json"), "utf8"));
    expect(metrics[0].name).toBe("test accuracy");
    expect(metrics[0].value).toBeGreaterThan(0.9);
    expect(metrics[0].interval[0]).toBeLessThan(metrics[0].value);
    expect(data).toMatch(/generated digits/);
  });

  test("does not write over a training, and resumes only one of the same options", async () => {
    expect(await digits("train", "--data", "embedded", "--out", model)).toBe(1);
    expect(said()).toMatch(/is there already: add --resume/);
    const again = ["train", "--data", "embedded", "--out", model, "--resume"];
    expect(await digits(...again, "--epochs", "1", "--seed", "3")).toBe(1);
    expect(said()).toMatch(/CheckpointError: .*made with other options/);
    expect(await digits(...again, "--epochs", "1", "--recipe", "mlp")).toBe(1);
    expect(await digits("train", "--resume", "--out", join(folder, "none"))).toBe(1);
    expect(said()).toMatch(/nothing to resume/);
  });

  test("stopped by Ctrl-C it goes on by what it says, whatever it was started with", async () => {
    const target = join(folder, "goes-on");
    const stop = new AbortController();
    const args = ["--data", "embedded", "--epochs", "2", "--seed", "3", "--batch-size", "500"];
    vi.mocked(console.log).mockImplementation((text: string) => {
      out.push(text);
      if (text.startsWith("Loss before")) stop.abort();
    });
    const code = await runCommandLine(["train", "--out", target, ...args], stop.signal);
    checkWritten();
    expect(code).toBe(130);
    expect(said()).toContain(`Go on with: train --out ${target} --resume`);
    const resume = ["train", "--out", target, "--resume"];
    expect(await digits(...resume, "--recipe", "mlp")).toBe(1);
    expect(said()).toMatch(/recipe: expected mlp, found quick/);
    expect(await digits(...resume)).toBe(0);
    const history = JSON.parse(await readFile(join(target, "history.json"), "utf8"));
    expect(history).toHaveLength(2);
    const { seed } = JSON.parse(await readFile(join(target, "model.json"), "utf8"));
    expect(seed).toBe(3);
  });

  test("says why it cannot write, before it does anything else", async () => {
    const file = join(folder, "a-file");
    await writeFile(file, "");
    expect(await digits("train", "--data", "embedded", "--out", join(file, "run"))).toBe(1);
    expect(said()).toMatch(/cannot write to .*a-file.*choose another folder with --out/);
    expect(said()).not.toMatch(/generated digits/);
  });

  test("stops with a named step and layer when the loss is no number", async () => {
    const target = join(folder, "diverged");
    const settings = ["--learning-rate", "100", "--weight-decay", "10", "--optimizer", "sgd"];
    expect(await digits("train", "--data", "embedded", "--out", target, ...settings)).toBe(1);
    expect(said()).toMatch(/DivergedError: .* at step \d+; .*(layer|parameter)/);
    expect(await readdir(target)).toEqual([]);
    // The page is gone, so that the process ends.
    const watched = ["--watch", "--out", join(folder, "watched"), ...settings];
    expect(await digits("train", "--data", "embedded", ...watched)).toBe(1);
    const [url] = /http:\S+/.exec(said()) ?? [];
    await expect(fetch(url!)).rejects.toThrow("fetch failed");
  });

  test.each([
    [["--epochs", "0"], /whole number from 1 to 10000/],
    [["--epochs", "2.5"], /whole number/],
    [["--learning-rate", "fast"], /a number from 0 to 100/],
    [["--recipe", "gpt"], /Allowed choices are quick, mlp, cnn/],
    [["--optimizer", "lion"], /Allowed choices are sgd/],
    [["--data", "cifar"], /Allowed choices are auto, mnist, embedded/],
    [["--dropout", "0.5"], /"MLP 784-256-128-10" has no dropout layer/],
    [["--colour"], /unknown option '--colour'/],
  ])("refuses %j", async (args, message) => {
    expect(await digits("train", "--out", join(folder, "refused"), ...args)).toBe(1);
    expect(said()).toMatch(message);
    expect(await readdir(folder)).not.toContain("refused");
  });

  test("stops at once when told to, with its state saved, and exit code 130", async () => {
    const stop = new AbortController();
    vi.spyOn(console, "log").mockImplementation((text: string) => {
      out.push(text);
      if (text.startsWith("Loss before")) stop.abort();
    });
    const target = join(folder, "stopped");
    const args = ["train", "--data", "embedded", "--out", target];
    const code = await runCommandLine(args, stop.signal);
    checkWritten();
    expect(code).toBe(130);
    expect(said()).toMatch(/Stopped at step 0. Go on with: train .* --resume/);
    expect(await readdir(target)).toEqual(["checkpoint.safetensors"]);
  });
});

describe("evaluate", () => {
  test("prints accuracy with its interval, and a table of the digits", async () => {
    expect(await digits("evaluate", model, "--data", "embedded")).toBe(0);
    expect(said()).toMatch(/accuracy 9\d\.\d\d% \(95% interval .*\), \d+ of 2000 wrong/);
    expect(said()).toMatch(/^digit +images +recall +95% interval$/m);
  });

  test("averages several models", async () => {
    expect(await digits("evaluate", model, model, "--data", "embedded")).toBe(0);
    expect(said()).toMatch(/mean of 2 networks' probabilities/);
  });

  test("refuses a folder without a model, and weights that were altered", async () => {
    expect(await digits("evaluate", folder)).toBe(1);
    expect(said()).toMatch(/ModelError: .*model.json is not there: train a model first/);
    const copy = join(folder, "copy");
    expect(await digits("export", "--model", model, "--out", copy)).toBe(0);
    await truncate(join(copy, "model.safetensors"), 5000);
    expect(await digits("evaluate", copy, "--data", "embedded")).toBe(1);
    expect(said()).toMatch(/expected sha256 .*altered/);
  });
});

describe("predict", () => {
  test("reads a picture, and writes what it made of it", async () => {
    const { images, labels } = generateDigits(40, 9);
    let right = 0;
    for (const [i, label] of labels.entries()) {
      const picture = join(folder, "digit.png");
      const paper = images.subarray(i * 784, (i + 1) * 784).map((ink) => 255 - ink);
      await writeFile(picture, grayscalePng(paper, 28, 28));
      out = [];
      const prepared = join(folder, "seen.png");
      expect(await digits("predict", picture, "--model", model, "--prepared", prepared)).toBe(0);
      if (said().includes(`digit.png: ${label}\n`)) right++;
    }
    expect(right).toBeGreaterThan(30);
    expect((await readFile(join(folder, "seen.png"))).subarray(1, 4).toString()).toBe("PNG");
  });

  test("refuses a file that is no picture and a missing --model", async () => {
    const text = join(folder, "text.png");
    await writeFile(text, "seven");
    expect(await digits("predict", text, "--model", model)).toBe(1);
    expect(said()).toMatch(/PictureError: .*text.png: expected a picture/);
    expect(await digits("predict", text)).toBe(1);
    expect(said()).toMatch(/required option '--model <folder>'/);
  });
});

test("export writes the model three ways and refuses a folder without one", async () => {
  const target = join(folder, "exported");
  expect(await digits("export", "--model", model, "--out", target)).toBe(0);
  expect((await readdir(target)).toSorted()).toEqual([
    "model.json",
    "model.onnx",
    "model.safetensors",
  ]);
  expect(await digits("export", "--model", folder, "--out", target)).toBe(1);
});

test("gradcheck prints every layer's worst error", async () => {
  expect(await digits("gradcheck")).toBe(0);
  expect(said()).toMatch(/^conv2d +0\.conv2d\.weight +54 +\d\.\de-\d+ +ok$/m);
  expect(said()).toMatch(/All within 1e-7/);
  expect(await digits("gradcheck", "--seed", "x")).toBe(1);
});

test("sanity prints three checks and refuses an unknown recipe", async () => {
  expect(await digits("sanity", "--data", "embedded")).toBe(0);
  expect(said().match(/^ok/gm)).toHaveLength(3);
  expect(await digits("sanity", "--recipe", "none")).toBe(1);
});

test("ablate refuses fewer images than it can train on", async () => {
  expect(await digits("ablate", "--images", "3")).toBe(1);
  expect(said()).toMatch(/whole number from 100 to 50000/);
});

test("an unknown command and none at all end with code 1", async () => {
  expect(await digits("dance")).toBe(1);
  expect(await digits()).toBe(1);
});
