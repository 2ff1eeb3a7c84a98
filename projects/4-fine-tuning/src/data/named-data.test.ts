import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { loadNamedData } from "./named-data.ts";

const folder = process.env["ML_ROADMAP_DATA"] ?? "";

describe.each([
  ["sst2", "sst2-glue", [62_556, 500, 872]],
  ["sst2-sentences", "sst2", [6_417, 501, 872]],
] as const)("%s", (name, files, sizes) => {
  test.skipIf(!existsSync(join(folder, files, "train.tsv")))(
    "is spelt alike in all parts, and no part has a text of another (skipped where ML_ROADMAP_DATA has it not)",
    async () => {
      const { train, validation, test: last } = await loadNamedData(name, { offline: true });
      const parts = [train, validation, last].map((part) => part.map(({ text }) => text));
      expect(parts.map(({ length }) => length)).toEqual(sizes);
      for (const texts of parts) {
        expect(texts.filter((text) => /\b[lr]rb\b|[\p{L}.] (?:n't|'s)\b|``/iu.test(text))).toEqual(
          [],
        );
        expect(texts.some((text) => text.includes("("))).toBe(true);
        expect(texts.some((text) => text.includes("doesn't"))).toBe(true);
      }
      const [learnt, chosenBy, asked] = parts.map((texts) => new Set(texts));
      const inAnother = (text: string) =>
        [learnt, chosenBy, asked].filter((part) => part.has(text)).length > 1;
      expect(parts.flat().filter(inAnother)).toEqual([]);
    },
  );
});
