import { describe, expect, test } from "vitest";
import { missing } from "../system/programs.ts";
import { temporaryFolder } from "../test-support/temporary-folder.ts";
import { gameDays } from "./days.ts";
import { play } from "./play.ts";

/** Minutes of processes that are started and killed: only where it is asked for. */
const asked = process.env["ML_ROADMAP_FAULTS"] === "on";
const reason = asked ? missing("haproxy", "prometheus") : "set ML_ROADMAP_FAULTS=on";
const title = reason ? `game days (skipped: ${reason})` : "game days, mended as the runbook says";

describe.skipIf(reason !== undefined)(title, () => {
  test.each(Object.entries(gameDays))("%s", async (name, day) => {
    await using folder = await temporaryFolder();
    const steps: string[] = [];
    const { outcome, score } = await play(day, {
      folder: folder.path,
      byHand: false,
      calm: 10,
      most: 240,
      onStep: (text) => steps.push(text),
    });
    console.log(`${name}: ${JSON.stringify({ ...outcome, ...score })}\n${steps.join("\n")}`);
    expect(outcome.alertAfter).toBeDefined();
    // A canary's share is all that may fail, and nothing where no canary is.
    const most = day.alert.startsWith("TextServiceCanaryFails") ? 0.15 * outcome.requests + 5 : 0;
    expect(outcome.failed).toBeLessThanOrEqual(most);
    expect(score.failureBudget).toBeLessThan(0.01);
  });
});
