import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { loadNamedData } from "./named-data.ts";

const file = join(process.env["ML_ROADMAP_DATA"] ?? "", "sst2-glue", "train.tsv");

test.skipIf(!existsSync(file))(
  "SST-2 is spelt alike in all parts, and no part has a sentence of another (skipped where ML_ROADMAP_DATA has it not)",
  async () => {
    const { train, validation, test: last } = await loadNamedData("sst2", { offline: true });
    expect([train, validation, last].map(({ length }) => length)).toEqual([62_556, 500, 872]);
    for (const part of [train, validation, last]) {
      const texts = part.map(({ text }) => text);
      expect(texts.filter((text) => /-[lr]rb-|\w n't|``/i.test(text))).toEqual([]);
      expect(texts.some((text) => text.includes("("))).toBe(true);
      expect(texts.some((text) => text.includes("doesn't"))).toBe(true);
    }
    const learnt = new Set(train.map(({ text }) => text));
    expect(validation.filter(({ text }) => learnt.has(text))).toEqual([]);
  },
);
