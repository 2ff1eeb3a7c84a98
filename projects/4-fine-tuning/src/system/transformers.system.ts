import { basename, dirname } from "node:path";
import { env, pipeline } from "@huggingface/transformers";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadNamedData } from "../data/named-data.ts";
import { loadClassifier } from "../folder/text-classifier.ts";
import { missing, tunedModel, type TunedModel } from "./tuned-model.ts";

const title = missing ? `transformers.js (skipped: ${missing})` : "transformers.js in Node";

describe.skipIf(missing)(title, () => {
  let model: TunedModel;
  beforeAll(async () => {
    model = await tunedModel();
    env.allowRemoteModels = false;
    env.localModelPath = dirname(model.exported);
  });
  afterAll(() => model?.remove());

  /** The probability of "positive" for each text, and the share of right answers. */
  async function answers(dtype: "fp32" | "q8") {
    const { test: texts } = await loadNamedData("reviews");
    const classify = await pipeline("text-classification", basename(model.exported), { dtype });
    const positive: number[] = [];
    for (const { text } of texts) {
      const found = [await classify(text, { top_k: null })].flat(2);
      positive.push(found.find(({ label }) => label === "positive")?.score ?? NaN);
    }
    await classify.dispose();
    const right = texts.filter(({ target }, i) => Number(positive[i] > 0.5) === target).length;
    return { texts, positive, accuracy: right / texts.length };
  }

  test("gives our probabilities, and loses at most a few answers by 8-bit weights", async () => {
    const whole = await answers("fp32");
    const classifier = await loadClassifier(model.folder);
    const ours = await classifier.predict(whole.texts);
    await classifier.close();
    const furthest = Math.max(
      ...whole.positive.map((score, i) => Math.abs(score - ours[2 * i + 1])),
    );
    expect(furthest).toBeLessThan(1e-4);
    const small = await answers("q8");
    console.log(
      `accuracy: float32 ${whole.accuracy.toFixed(4)}, int8 ${small.accuracy.toFixed(4)}`,
    );
    expect(small.accuracy).toBeGreaterThan(whole.accuracy - 0.02);
  });
});
