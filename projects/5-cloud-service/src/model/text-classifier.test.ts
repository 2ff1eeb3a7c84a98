import { cp, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { defaultModelFolder } from "../default-model.ts";
import { refusal } from "../test-support/refusal.ts";
import { solved } from "../test-support/solved.ts";
import { temporaryFolder } from "../test-support/temporary-folder.ts";
import { loadClassifier, type TextClassifier } from "./text-classifier.ts";
import { UnusableModel } from "./unusable-model.ts";

const texts = [
  "the film was wonderful",
  "a dull book",
  "we thought it was a charming room, and the service was warm too",
  "",
  "xyzzy ☃ 中",
  "not a bad song at all ".repeat(60),
];

describe("loadClassifier", () => {
  let fp32: TextClassifier;
  let int8: TextClassifier;
  beforeAll(async () => {
    solved();
    fp32 = await loadClassifier(defaultModelFolder(), { precision: "fp32" });
    int8 = await loadClassifier(defaultModelFolder(), { precision: "int8" });
  });
  afterAll(async () => {
    for (const one of [fp32, int8]) await one?.close();
  });

  test("knows good from bad, with and without a negation", async () => {
    const { probabilities } = await int8.classify([
      "the film was wonderful",
      "a dull book",
      "the plot was not dreadful",
    ]);
    const [good, bad, notBad] = [0, 1, 2].map((n) => probabilities[2 * n + 1]);
    expect(good).toBeGreaterThan(0.9);
    expect(bad).toBeLessThan(0.1);
    expect(notBad).toBeGreaterThan(0.9);
    expect(fp32.labels).toEqual(["negative", "positive"]);
  });

  test("says of a text in a batch what it says of it alone", async () => {
    const together = await fp32.classify(texts);
    for (const [n, text] of texts.entries()) {
      const { probabilities } = await fp32.classify([text]);
      expect(probabilities[0]).toBeCloseTo(together.probabilities[2 * n], 5);
    }
    const order = [5, 3, 0, 4, 2, 1];
    const shuffled = await fp32.classify(order.map((n) => texts[n]));
    for (const [i, n] of order.entries()) {
      expect(shuffled.probabilities[2 * i]).toBeCloseTo(together.probabilities[2 * n], 5);
      expect(shuffled.tokens[i]).toBe(together.tokens[n]);
    }
  });

  test("gives probabilities that sum to 1, in either precision about the same", async () => {
    const [a, b] = [await fp32.classify(texts), await int8.classify(texts)];
    for (const n of texts.keys()) {
      expect(a.probabilities[2 * n] + a.probabilities[2 * n + 1]).toBeCloseTo(1, 5);
      expect(Math.abs(a.probabilities[2 * n] - b.probabilities[2 * n])).toBeLessThan(0.1);
    }
  });

  test("counts tokens, those it does not know, and those beyond its limit", async () => {
    const { tokens, unknown } = await fp32.classify(["a dull book", "☃ book", texts[5]]);
    expect([tokens[0], tokens[1]]).toEqual([5, 4]);
    expect(tokens[2]).toBeGreaterThan(128);
    expect([...unknown]).toEqual([0, 1, 0]);
  });

  test("of no texts is nothing", async () => {
    expect((await fp32.classify([])).probabilities).toHaveLength(0);
  });

  test("refuses a folder that lacks a file or has a damaged one, and says which", async () => {
    await using folder = await temporaryFolder();
    await cp(defaultModelFolder(), folder.path, { recursive: true });
    const refused = () =>
      refusal(loadClassifier(folder.path, { precision: "int8" }), UnusableModel);
    const damage = async (file: string, text: string) => {
      const path = join(folder.path, file);
      const before = await readFile(path);
      await writeFile(path, text);
      const message = await refused();
      await writeFile(path, before);
      return message;
    };
    expect(await damage("onnx/model_quantized.onnx", "evil")).toContain("model_quantized.onnx");
    expect(await damage("config.json", "{")).toContain("config.json is no JSON");
    expect(await damage("config.json", "{}")).toContain("id2label");
    expect(await damage("config.json", '{"id2label": {"0": "a", "2": "b"}}')).toContain(
      "without a gap",
    );
    expect(
      await refusal(loadClassifier(join(folder.path, "x"), { precision: "int8" }), UnusableModel),
    ).toContain("cannot be read (ENOENT)");
  });
});
