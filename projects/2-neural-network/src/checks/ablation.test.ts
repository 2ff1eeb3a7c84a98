import { generateDigits } from "@ml-roadmap/datasets";
import { expect, test } from "vitest";
import { ablate, variants } from "./ablation.ts";

test("variants(epochs) change one thing each", () => {
  const [full, ...others] = variants(3).map(({ architecture, options }) =>
    JSON.stringify({ architecture, options }),
  );
  expect(new Set([full, ...others]).size).toBe(others.length + 1);
});

test("ablate(data, options) scores every variant with every seed and compares pairs", async () => {
  const seen: string[] = [];
  const results = await ablate(
    generateDigits(300, 2),
    { images: 200, epochs: 1, seeds: 2 },
    ({ name }) => seen.push(name),
  );
  expect(seen).toEqual(results.map(({ name }) => name));
  expect(results[0]).toMatchObject({ name: "full recipe", difference: 0, standardError: 0 });
  for (const { accuracies, mean, difference } of results) {
    expect(accuracies).toHaveLength(2);
    expect(mean).toBeCloseTo((accuracies[0] + accuracies[1]) / 2, 12);
    expect(difference).toBeCloseTo(mean - results[0].mean, 12);
  }
  expect(new Set(results.map(({ accuracies }) => accuracies.join())).size).toBeGreaterThan(3);
});
