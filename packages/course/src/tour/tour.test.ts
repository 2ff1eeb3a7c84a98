import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { tour } from "../commands/tour.ts";
import { exitCodes } from "../exit-codes.ts";
import { testContext, type TestContext } from "../test-support/context.ts";
import { temporaryWorkspace, type Temporary } from "../test-support/workspace.ts";
import { formatValue } from "./metrics.ts";

let workspace: Temporary;
let context: TestContext;
const script = () => join(workspace.path, "projects/1-tiny/tour.mjs");
beforeEach(() => {
  workspace = temporaryWorkspace();
  context = testContext(workspace.path, { repository: workspace.path });
});
afterEach(() => workspace.remove());

describe("tour(context, options)", () => {
  test("runs the references, shows their metrics and data, and makes one page", async () => {
    expect(await tour(context, {})).toBe(exitCodes.ok);
    const printed = context.printed();
    expect(printed).toContain("  1      accuracy    0.75  0.6 to 0.9    0.5 (coin)\n");
    expect(printed).toContain("  1      time      1.25 s\n");
    expect(printed).toContain("Phase 1 used: 3 numbers made up here");
    expect(printed).toContain("report  runs/2026-01-02T03-04-05/index.html");
    const folder = join(workspace.path, "runs/2026-01-02T03-04-05");
    const page = readFileSync(join(folder, "index.html"), "utf8");
    expect(page).toContain('<a href="1-tiny/report.html">Open the report</a>');
    expect(page).not.toMatch(/https?:\/\//);
    expect(existsSync(join(folder, "1-tiny/report.html"))).toBe(true);
    expect(readdirSync(folder).toSorted()).toEqual(["1-tiny", "index.html"]);
  });

  test("exits 1 when a run fails, says why, and still makes the page", async () => {
    writeFileSync(script(), 'console.error("out of <memory>");\nprocess.exit(3);\n');
    expect(await tour(context, { phase: ["1"] })).toBe(exitCodes.failed);
    const printed = context.printed();
    expect(printed).toContain("phase 1 failed: it ended with 3:");
    expect(printed).toContain("out of <memory>");
    const page = readFileSync(join(workspace.path, "runs/2026-01-02T03-04-05/index.html"), "utf8");
    expect(page).toContain("out of &lt;memory&gt;");
  });

  test("exits 1 when a run leaves metrics that are not as agreed, or no report", async () => {
    writeFileSync(script(), "");
    expect(await tour(context, {})).toBe(exitCodes.failed);
    expect(context.printed()).toContain("metrics.json");
    const bad = { title: "T", data: "D", metrics: [{ name: "a", value: "high" }] };
    const write = (record: unknown) =>
      writeFileSync(
        script(),
        `import { writeFileSync } from "node:fs";
writeFileSync(process.argv[3] + "/metrics.json", ${JSON.stringify(JSON.stringify(record))});`,
      );
    write(bad);
    expect(await tour(context, {})).toBe(exitCodes.failed);
    expect(context.printed()).toContain("metrics.0.value: Invalid input");
    write({ ...bad, metrics: [{ name: "a", value: 1 }], report: "report.html" });
    await tour(context, {});
    // The folder of the first run in this second still has none.
    expect(context.printed()).toContain("it left no report.html");
  });

  test("throws for a phase that is not built", async () => {
    await expect(tour(context, { phase: ["4"] })).rejects.toThrow('there is no phase "4"');
  });
});

describe("formatValue(value, unit)", () => {
  test("keeps four digits that tell something", () => {
    expect(formatValue(0.832_41)).toBe("0.8324");
    expect(formatValue(0.8)).toBe("0.8");
    expect(formatValue(60_000)).toBe("60000");
    expect(formatValue(1.25, "s")).toBe("1.25 s");
    expect(formatValue(0.000_012_34)).toBe("0.00001234");
  });
});
