import { setTimeout as wait } from "node:timers/promises";
import type { Command } from "commander";
import { runCanary } from "../rollout/canary.ts";
import { haproxyStat, weighCanary } from "../rollout/haproxy.ts";
import { firingAlerts } from "../rollout/prometheus.ts";
import { readCount, readNumber } from "./read-number.ts";

interface CanaryCommand {
  adminPort: number;
  prometheus: string;
  backend: string;
  stable: number;
  percent: number;
  bake: number;
  least: number;
}

export function addCanaryCommand(program: Command): void {
  program
    .command("canary")
    .description(
      "give the canary a share of the traffic and watch it; exit code 0 good, 1 withdrawn",
    )
    .requiredOption("--admin-port <port>", "where HAProxy takes commands", readNumber)
    .requiredOption("--prometheus <url>", "whose alerts with track=canary withdraw it")
    .option("--backend <name/server>", "the canary's name in HAProxy", "text/canary")
    .option("--stable <n>", "replicas beside it", readCount, 3)
    .option("--percent <n>", "of the traffic", readNumber, 10)
    .option("--bake <seconds>", "without an alarm", readNumber, 300)
    .option("--least <n>", "answers without which it is not good", readCount, 50)
    .action(async (options: CanaryCommand) => {
      const { adminPort, prometheus, backend, stable, percent, bake, least } = options;
      // Ctrl-C must not leave the canary its share with nobody watching; a second one ends at once.
      const broken = new AbortController();
      for (const name of ["SIGINT", "SIGTERM"]) process.once(name, () => broken.abort());
      const { outcome } = await runCanary({
        setShare: (share) => weighCanary(adminPort, backend, share, stable),
        firing: () => firingAlerts(prometheus, { track: "canary" }),
        answered: async () => Number(await haproxyStat(adminPort, backend, "hrsp_2xx")),
        least,
        wait: (ms) => wait(ms),
        share: percent / 100,
        bake: bake * 1000,
        interval: 1000,
        signal: broken.signal,
        onStep: (text) => console.log(text),
      });
      process.exitCode = outcome === "good" ? 0 : 1;
    });
}
