import { spawn } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { readJson } from "../phase/json.ts";
import type { Phase } from "../phase/repository.ts";
import { stripStyle } from "../terminal/style.ts";
import { metricsSchema, type Metrics } from "./metrics.ts";

/** How a phase's run ended. */
export interface PhaseRun {
  readonly phase: Phase;
  /** The run's folder. */
  readonly folder: string;
  readonly seconds: number;
  readonly metrics: Metrics | undefined;
  /** Why it failed; undefined where it did not. */
  readonly failure: string | undefined;
}

/** Runs a phase's reference in its own folder and reads what it left. */
export async function runPhase(
  phase: Phase,
  folder: string,
  signal: AbortSignal,
  onLine: (line: string) => void,
): Promise<PhaseRun> {
  mkdirSync(folder, { recursive: true });
  const began = performance.now();
  const args = phase.tour.command.map((word) => word.replaceAll("{run}", folder));
  const { code, last } = await runNode(args, phase.folder, signal, onLine);
  const seconds = (performance.now() - began) / 1000;
  const result = { phase, folder, seconds };
  if (code !== 0) {
    const failure = `it ended with ${code ?? "a signal"}:\n${last.join("\n")}`;
    return { ...result, metrics: undefined, failure };
  }
  try {
    const metrics = readJson(join(folder, "metrics.json"), metricsSchema);
    const { report } = metrics;
    const missing = report !== undefined && !existsSync(join(folder, report));
    return { ...result, metrics, failure: missing ? `it left no ${report}` : undefined };
  } catch (error) {
    const failure = error instanceof Error ? error.message : String(error);
    return { ...result, metrics: undefined, failure };
  }
}

/** Runs Node and hears every line it writes, a progress bar's redrawn ones too. */
async function runNode(
  args: readonly string[],
  cwd: string,
  signal: AbortSignal,
  onLine: (line: string) => void,
): Promise<{ code: number | null; last: string[] }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd, stdio: ["ignore", "pipe", "pipe"] });
    const last: string[] = [];
    const onAbort = () => child.kill();
    signal.addEventListener("abort", onAbort);
    for (const stream of [child.stdout, child.stderr]) {
      let rest = "";
      stream.on("data", (chunk: Buffer) => {
        const lines = (rest + chunk.toString("utf8")).split(/[\r\n]+/);
        rest = lines.pop() ?? "";
        for (const line of lines.map((text) => stripStyle(text).trimEnd())) {
          if (line === "") continue;
          last.push(line);
          if (last.length > 12) last.shift();
          onLine(line);
        }
      });
      stream.on("end", () => {
        if (rest.trim() !== "") last.push(stripStyle(rest).trimEnd());
      });
    }
    child.on("error", reject);
    child.on("close", (code) => {
      signal.removeEventListener("abort", onAbort);
      resolve({ code, last });
    });
  });
}
