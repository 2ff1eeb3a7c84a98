import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const folder = fileURLToPath(new URL("../../observability/", import.meta.url));
const missing = spawnSync("promtool", ["--version"]).error !== undefined;
const title = missing ? "alerts (skipped: promtool is not installed)" : "alerts";

describe.skipIf(missing)(title, () => {
  test.each([
    ["check", "config", "prometheus.yml"],
    ["check", "rules", "text-service.rules.yml"],
    ["test", "rules", "text-service.test.yml"],
    ["test", "rules", "text-service-slo.test.yml"],
  ])("promtool %s %s %s", (...args) => {
    const { status, stdout, stderr } = spawnSync("promtool", args, {
      cwd: folder,
      encoding: "utf8",
    });
    expect(`${status} ${status === 0 ? "" : stdout + stderr}`).toBe("0 ");
  });
});
