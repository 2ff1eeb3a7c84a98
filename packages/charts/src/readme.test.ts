import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { barChart, percent, report } from "./index.ts";

test("barChart(...) and report(...) print what the README shows", async () => {
  const rows = [
    ["women", 0.742],
    ["men", 0.189],
  ] as const;
  const svg = barChart({
    bars: rows.map(([name, value]) => ({ name, value })),
    x: { label: "Survived", format: percent },
  });
  const table = { columns: [{ label: "Who" }, { label: "Survived", format: percent }], rows };
  const html = report({
    title: "Titanic",
    sections: [{ title: "Survival", figures: [{ title: "By sex", svg, table }] }],
  });
  const printed = [/aria-label="[^"]*"/.exec(svg)?.[0], ...html.split("\n").slice(0, 2)];
  const readme = await readFile(new URL("../README.md", import.meta.url), "utf8");
  expect(readme).toContain(printed.join("\n"));
});
