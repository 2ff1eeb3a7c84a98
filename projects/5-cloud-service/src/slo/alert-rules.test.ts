import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { burnRules } from "./burn-rate.ts";

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
const rules = read("observability/text-service.rules.yml");
const alerts = [...rules.matchAll(/- alert: (\w+)/g)].map(([, name]) => name);

test("every alert has a part of the runbook, and the other way round", () => {
  const parts = [...read("RUNBOOK.md").matchAll(/^## (TextService\w+)$/gm)].map(([, name]) => name);
  expect(parts.toSorted()).toEqual(alerts.toSorted());
  for (const name of alerts) expect(rules).toContain(`RUNBOOK.md#${name.toLowerCase()}"`);
});

test("every alert is tested, with what it says", () => {
  const tests = ["text-service", "text-service-slo"].map((name) =>
    read(`observability/${name}.test.yml`),
  );
  for (const name of alerts) {
    expect(tests.join("\n")).toMatch(new RegExp(`alertname: ${name}\\n\\s+exp_alerts:\\n`));
  }
});

test("the burn rates are those of the code", () => {
  const names: Record<number, string> = { 5: "5m", 30: "30m", 60: "1h", 360: "6h", 4320: "3d" };
  for (const { long, short, above } of burnRules) {
    const factor = above === 1 ? "0.001" : `${above} * 0.001`;
    for (const window of [long, short]) {
      expect(rules).toContain(`text_service:failed:rate${names[window]} > ${factor}`);
    }
  }
});
