import type { ChildProcess } from "node:child_process";
import { readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { haproxyConfig, haproxyStat } from "../rollout/haproxy.ts";
import { freePort } from "../test-support/ports.ts";
import { cli, kill, Programs, until, untilReady } from "./programs.ts";
import { containerArguments, type Container } from "./container.ts";

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
  readonly #container: Container | undefined;
  readonly #children = new Map<string, ChildProcess>();
  readonly #ports = new Map<string, number>();
  url = "";
  adminPort = 0;
  prometheus = "";

  /**
   * @param folder of the registry, and for everything else
   * @param container the image that replicas run in; without one they are processes
   */
  constructor(
    folder: string,
    count: number,
    environment: Record<string, string>,
    container?: Container,
  ) {
    this.#folder = folder;
    this.#environment = environment;
    this.#container = container;
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
    const settings = {
      PORT: String(this.port(name)),
      LOG_LEVEL: "error",
      DRAIN_DELAY_MS: "1500",
      MODEL_POLL_MS: "500",
      ...this.#environment,
      ...environment,
    };
    const log = (text: string) => process.env["DEBUG"] && process.stderr.write(`${name}: ${text}`);
    const { programs } = this;
    const container = this.#container;
    const child = container
      ? programs.start(
          "docker",
          containerArguments(container, this.#nameOf(name), this.#folder, settings),
          { env: { ...container.engine.environment }, log },
        )
      : programs.start(process.execPath, [cli], {
          env: { ...settings, MODEL_CACHE: join(this.#folder, "cache") },
          log,
        });
    this.#children.set(name, child);
    await untilReady(this.replicaUrl(name));
    if (name === "canary") {
      await this.#watchCanary(true);
      await until("Prometheus scrapes the canary", async () => (await this.#up("canary")) === 1);
    }
    return child;
  }

  /** Ends a replica; one that was told to end is no longer expected to answer when it is the canary. */
  async end(name: string, signal: NodeJS.Signals): Promise<number | null> {
    if (name === "canary" && signal !== "SIGKILL") await this.#watchCanary(false);
    // Docker's client passes on every signal but this one.
    if (signal === "SIGKILL") this.#container?.engine.docker("kill", this.#nameOf(name));
    return kill(this.#children.get(name)!, signal);
  }

  /** The canary runs at times only: Prometheus finds it while it should be there, so its absence is no alarm. */
  async #watchCanary(there: boolean): Promise<void> {
    const targets = there ? [`127.0.0.1:${this.port("canary")}`] : [];
    const file = join(this.#folder, "canary.json");
    // Never half written where Prometheus reads it.
    await writeFile(`${file}.tmp`, JSON.stringify([{ targets, labels: { track: "canary" } }]));
    await rename(`${file}.tmp`, file);
  }

  /** One value of what HAProxy knows about a replica. */
  #stat(name: string, column: string): Promise<string> {
    return haproxyStat(this.adminPort, `text/${name}`, column);
  }

  /** Waits until HAProxy sends a replica requests again, or none. */
  async untilSeen(name: string, state: "UP" | "DOWN"): Promise<void> {
    await until(`HAProxy sees ${name} ${state}`, async () =>
      (await this.#stat(name, "status")).startsWith(state),
    );
  }

  /** Waits until none of the requests that HAProxy sent a replica is unanswered. */
  async untilIdle(name: string): Promise<void> {
    await until(`${name} is idle`, async () => (await this.#stat(name, "scur")) === "0");
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

  /** Replicas that Prometheus has read. */
  async #up(track: string): Promise<number> {
    const query = encodeURIComponent(`sum(up{track="${track}"})`);
    const text = await (await fetch(`${this.prometheus}/api/v1/query?query=${query}`)).text();
    return Number(/"(\d+)"\]/.exec(text)?.[1]);
  }

  async #startPrometheus(): Promise<void> {
    const targets = this.names.map((name) => `127.0.0.1:${this.port(name)}`);
    await this.#watchCanary(false);
    const config = {
      global: { scrape_interval: "2s", scrape_timeout: "2s", evaluation_interval: "1s" },
      rule_files: ["text-service.rules.yml"],
      scrape_configs: [
        {
          job_name: "text-service",
          static_configs: [{ targets, labels: { track: "stable" } }],
          file_sd_configs: [{ files: ["canary.json"], refresh_interval: "1s" }],
        },
      ],
    };
    await writeFile(join(this.#folder, "text-service.rules.yml"), await readFile(rules));
    await writeFile(join(this.#folder, "prometheus.yml"), JSON.stringify(config));
    // Another program may take a free port before Prometheus does, which then ends.
    for (let tries = 3; ; tries -= 1) {
      const port = await freePort();
      this.prometheus = `http://127.0.0.1:${port}`;
      let said = "";
      const child = this.programs.start(
        "prometheus",
        [
          `--config.file=${join(this.#folder, "prometheus.yml")}`,
          `--storage.tsdb.path=${join(this.#folder, "prometheus")}`,
          `--web.listen-address=127.0.0.1:${port}`,
        ],
        { log: (text) => (said = (said + text).slice(-1000)) },
      );
      await until(
        "Prometheus scrapes",
        async () => child.exitCode !== null || (await this.#up("stable")) === this.names.length,
      );
      if (child.exitCode === null) return;
      if (tries === 1) throw new Error(`prometheus ended: ${said}`);
    }
  }

  /** A replica's container. No two clusters have a port in common. */
  #nameOf(name: string): string {
    return `text-service-${name}-${this.port(name)}`;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const name of this.#children.keys()) {
      try {
        this.#container?.engine.docker("rm", "--force", "--volumes", this.#nameOf(name));
      } catch {
        // It has ended, and removed itself; what else runs is to be ended all the same.
      }
    }
    await this.programs[Symbol.asyncDispose]();
  }
}
