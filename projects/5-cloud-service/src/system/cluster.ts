import type { ChildProcess } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { haproxyCommand, haproxyConfig } from "../rollout/haproxy.ts";
import { freePort } from "../test-support/ports.ts";
import { cli, kill, Programs, until, untilReady } from "./programs.ts";

// Built, this file is one folder deeper.
const project = import.meta.url.endsWith(".ts") ? "../.." : "../../..";
const rules = fileURLToPath(
  new URL(`${project}/observability/text-service.rules.yml`, import.meta.url),
);

/** Replicas behind HAProxy, watched by Prometheus, all real and on this machine. */
export class Cluster {
  readonly programs = new Programs();
  readonly names: readonly string[];
  readonly #folder: string;
  readonly #environment: Record<string, string>;
  readonly #children = new Map<string, ChildProcess>();
  readonly #ports = new Map<string, number>();
  url = "";
  adminPort = 0;
  prometheus = "";

  /** @param folder of the registry, and for everything else */
  constructor(folder: string, count: number, environment: Record<string, string>) {
    this.#folder = folder;
    this.#environment = environment;
    this.names = Array.from({ length: count }, (_, i) => `replica-${i + 1}`);
  }

  port(name: string): number {
    return this.#ports.get(name)!;
  }

  replicaUrl(name: string): string {
    return `http://127.0.0.1:${this.port(name)}`;
  }

  /** Starts a replica, or starts it again at its place. */
  async start(name: string, environment: Record<string, string> = {}): Promise<ChildProcess> {
    const child = this.programs.start(process.execPath, [cli], {
      env: {
        PORT: String(this.port(name)),
        LOG_LEVEL: "error",
        DRAIN_DELAY_MS: "1500",
        MODEL_POLL_MS: "500",
        MODEL_CACHE: join(this.#folder, "cache"),
        ...this.#environment,
        ...environment,
      },
      log: (text) => process.env["DEBUG"] && process.stderr.write(`${name}: ${text}`),
    });
    this.#children.set(name, child);
    await untilReady(this.replicaUrl(name));
    return child;
  }

  async end(name: string, signal: NodeJS.Signals): Promise<number | null> {
    return kill(this.#children.get(name)!, signal);
  }

  /** Waits until HAProxy sends a replica requests again, or none. */
  async untilSeen(name: string, state: "UP" | "DOWN"): Promise<void> {
    await until(`HAProxy sees ${name} ${state}`, async () => {
      const lines = (await haproxyCommand(this.adminPort, "show stat")).split("\n");
      const names = lines[0].replace("# ", "").split(",");
      const own = lines.map((line) => line.split(",")).find((row) => row[1] === name);
      return own?.[names.indexOf("status")].startsWith(state) ?? false;
    });
  }

  async open(): Promise<void> {
    for (const name of [...this.names, "canary"]) this.#ports.set(name, await freePort());
    await Promise.all(this.names.map((name) => this.start(name)));
    const port = await freePort();
    this.adminPort = await freePort();
    this.url = `http://127.0.0.1:${port}`;
    const replica = (name: string) => ({ name, port: this.port(name) });
    const config = haproxyConfig({
      port,
      adminPort: this.adminPort,
      stable: this.names.map(replica),
      canary: replica("canary"),
    });
    const file = join(this.#folder, "haproxy.cfg");
    await writeFile(file, config);
    this.programs.start("haproxy", ["-f", file, "-db"]);
    await untilReady(this.url);
    for (const name of this.names) await this.untilSeen(name, "UP");
    await this.#startPrometheus();
  }

  async #startPrometheus(): Promise<void> {
    const port = await freePort();
    this.prometheus = `http://127.0.0.1:${port}`;
    const targets = (names: readonly string[], track: string) => ({
      targets: names.map((name) => `127.0.0.1:${this.port(name)}`),
      labels: { track },
    });
    const config = {
      global: { scrape_interval: "2s", scrape_timeout: "2s", evaluation_interval: "1s" },
      rule_files: ["text-service.rules.yml"],
      scrape_configs: [
        {
          job_name: "text-service",
          // The canary runs at times only; its absence is no alarm.
          static_configs: [targets(this.names, "stable")],
        },
        {
          job_name: "text-service-canary",
          static_configs: [targets(["canary"], "canary")],
          relabel_configs: [{ target_label: "job", replacement: "text-service" }],
        },
      ],
    };
    await writeFile(join(this.#folder, "text-service.rules.yml"), await readFile(rules));
    await writeFile(join(this.#folder, "prometheus.yml"), JSON.stringify(config));
    this.programs.start("prometheus", [
      `--config.file=${join(this.#folder, "prometheus.yml")}`,
      `--storage.tsdb.path=${join(this.#folder, "prometheus")}`,
      `--web.listen-address=127.0.0.1:${port}`,
    ]);
    await until("Prometheus scrapes", async () => {
      const text = await (await fetch(`${this.prometheus}/api/v1/query?query=sum(up)`)).text();
      return Number(/"(\d+)"\]/.exec(text)?.[1]) >= this.names.length;
    });
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.programs[Symbol.asyncDispose]();
  }
}
