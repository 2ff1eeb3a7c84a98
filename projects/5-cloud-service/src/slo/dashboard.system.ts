import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { temporaryFolder } from "../test-support/temporary-folder.ts";

const gone = spawnSync("promtool", ["--version"]).error !== undefined;
const title = gone ? "the dashboard (skipped: promtool is not installed)" : "the dashboard";

const dashboard = z.object({
  panels: z.array(z.object({ targets: z.array(z.object({ expr: z.string() })).default([]) })),
});

describe.skipIf(gone)(title, () => {
  test("asks in PromQL that Prometheus can read", async () => {
    await using folder = await temporaryFolder();
    const url = new URL("../../observability/text-service.dashboard.json", import.meta.url);
    const { panels } = dashboard.parse(JSON.parse(readFileSync(url, "utf8")));
    const queries = panels.flatMap(({ targets }) => targets.map(({ expr }) => expr));
    const rules = queries.map((expr, i) => ({ record: `panel:${i}`, expr }));
    // JSON is YAML.
    const file = join(folder.path, "rules.yml");
    await writeFile(file, JSON.stringify({ groups: [{ name: "dashboard", rules }] }));
    const args = ["check", "rules", file];
    const { status, stdout, stderr } = spawnSync("promtool", args, { encoding: "utf8" });
    expect(`${status} ${status === 0 ? "" : stdout + stderr}`).toBe("0 ");
    expect(stdout).toContain(`${queries.length} rules found`);
  });
});
