import { readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { metricsOf } from "../test-support/promql.ts";
import { post, startTextService } from "../test-support/text-service.ts";

const read = (name: string) =>
  readFile(new URL(`../../observability/${name}`, import.meta.url), "utf8");

const text = z.string().min(1);
const datasource = z.strictObject({
  type: z.literal("prometheus"),
  uid: z.literal("${datasource}"),
});
const place = z.strictObject({
  h: z.int().min(1),
  w: z.int().min(1).max(24),
  x: z.int().min(0).max(23),
  y: z.int().min(0),
});
const panel = z.looseObject({ id: z.int().min(1), title: text, gridPos: place });
const target = z.strictObject({ refId: text, datasource, expr: text, legendFormat: text });

/** What Grafana needs of a dashboard to show it; its own JSON model has nothing more that is required. */
const dashboard = z.looseObject({
  uid: z
    .string()
    .regex(/^[\w-]{1,40}$/)
    .refine((uid) => uid !== "new"),
  title: text,
  schemaVersion: z.int().min(36),
  time: z.strictObject({ from: text, to: text }),
  refresh: text,
  templating: z.looseObject({
    list: z.array(z.looseObject({ name: text, type: text, query: text })),
  }),
  annotations: z.looseObject({ list: z.array(z.looseObject({ name: text, expr: text })) }),
  panels: z.array(
    z.discriminatedUnion("type", [
      panel.extend({ type: z.literal("row"), panels: z.array(z.never()) }),
      panel.extend({
        type: z.enum(["timeseries", "stat"]),
        datasource,
        targets: z.array(target).min(1),
        fieldConfig: z.looseObject({ defaults: z.looseObject({ unit: text }) }),
      }),
    ]),
  ),
});

const load = async () => dashboard.parse(JSON.parse(await read("text-service.dashboard.json")));

describe("the Grafana dashboard", () => {
  test("has the fields of Grafana's JSON model, panels of their own ids and places", async () => {
    const { panels, templating } = await load();
    expect(templating.list.map(({ name }) => name)).toEqual(["datasource"]);
    expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
    const cells = panels.flatMap(({ gridPos: { x, y, w, h } }) =>
      Array.from({ length: w * h }, (_, i) => `${x + (i % w)} ${y + Math.floor(i / w)}`),
    );
    expect(cells.length).toBe(new Set(cells).size);
    for (const { gridPos } of panels) expect(gridPos.x + gridPos.w).toBeLessThanOrEqual(24);
  });

  test("names nothing that the service, Prometheus or our rules do not have", async () => {
    const { panels, annotations } = await load();
    const queries = [
      ...panels.flatMap((one) => (one.type === "row" ? [] : one.targets.map(({ expr }) => expr))),
      ...annotations.list.map(({ expr }) => expr),
    ];
    const used = queries.flatMap(metricsOf);
    expect(used.length).toBeGreaterThan(30);

    await using service = await startTextService();
    await post(`${service.url}/v1/classify`, { text: "a great book" });
    const scraped = await (await fetch(`${service.url}/metrics`)).text();
    const exported = [...scraped.matchAll(/^# TYPE (\S+) (\w+)$/gm)].flatMap(([, name, kind]) =>
      kind === "histogram" ? [`${name}_bucket`, `${name}_sum`, `${name}_count`] : [name],
    );
    const rules = await read("text-service.rules.yml");
    const recorded = [...rules.matchAll(/- record: (\S+)/g)].map(([, name]) => name);
    const known = new Set([...exported, ...recorded, "up", "ALERTS"]);
    expect(used.filter((name) => !known.has(name))).toEqual([]);
    // And what we count ourselves is all shown.
    const own = exported.filter((name) => /^(?:model|text|shadow|drift)_/.test(name));
    const families = new Set(used.map((name) => name.replace(/_(?:bucket|sum|count)$/, "")));
    const unseen = own.map((name) => name.replace(/_(?:bucket|sum|count)$/, ""));
    expect(unseen.filter((name) => !families.has(name))).toEqual([]);
  });
});

describe("metricsOf(expression)", () => {
  test("is the names of metrics, without labels, functions, durations and numbers", () => {
    expect(
      metricsOf('histogram_quantile(0.9, sum by (le) (rate(a_bucket{job="x{y}", b!="c"}[5m])))'),
    ).toEqual(["a_bucket"]);
    expect(metricsOf("max(a:b:rate1h) / 0.001 > on (job) c or vector(0)")).toEqual([
      "a:b:rate1h",
      "c",
    ]);
  });
});
