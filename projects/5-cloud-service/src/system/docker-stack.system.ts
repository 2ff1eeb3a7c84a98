import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { findEngine, type Engine } from "@ml-roadmap/model-server/testing";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { madeUpReviews } from "../test-support/made-up-reviews.ts";
import { freePort } from "../test-support/ports.ts";
import { temporaryFolder } from "../test-support/temporary-folder.ts";
import { startLoad } from "./load.ts";
import { Programs, until, untilReady } from "./programs.ts";

const COMPOSE = "docker/text-service/compose.yaml";
const IMAGE = "docker/text-service.Dockerfile";
/** For the official images, which cannot be pulled everywhere. */
const STAND_INS = "docker/stand-ins.Dockerfile";
const found = findEngine(IMAGE, STAND_INS);
const reason = typeof found === "string" ? found : undefined;

const alerts = z.array(z.object({ labels: z.record(z.string(), z.string()) }));
const targets = z.object({
  data: z.object({
    activeTargets: z.array(
      z.object({ labels: z.record(z.string(), z.string()), health: z.string() }),
    ),
  }),
});

describe.skipIf(reason !== undefined)(
  `the stack as compose${reason === undefined ? "" : ` (skipped: ${reason})`}`,
  () => {
    // Skipped otherwise.
    const engine = (): Engine => {
      if (typeof found === "string") throw new Error(found);
      return found;
    };
    const project = `text-service-test-${process.pid}`;
    let folder: Awaited<ReturnType<typeof temporaryFolder>>;
    let variables: Record<string, string> = {};
    const compose = (...args: string[]) => engine().compose(COMPOSE, variables, ...args);
    const url = (variable: string) => `http://127.0.0.1:${variables[variable]}`;
    const json = async (address: string): Promise<unknown> => (await fetch(address)).json();
    /** Replicas of which Alertmanager knows that they are down. */
    const down = async () =>
      alerts
        .parse(await json(`${url("ALERTMANAGER_PORT")}/api/v2/alerts`))
        .filter(({ labels }) => labels["alertname"] === "TextServiceDown")
        .map(({ labels }) => labels["instance"]);
    const left = () =>
      [
        ["ps", "--all"],
        ["network", "ls"],
        ["volume", "ls"],
      ].map((list) =>
        engine().docker(
          ...list,
          "--quiet",
          "--filter",
          `label=com.docker.compose.project=${project}`,
        ),
      );

    beforeAll(async () => {
      folder = await temporaryFolder();
      engine().build(IMAGE, "text-service:system-test");
      engine().build(STAND_INS, "stand-ins:system-test");
      const ports = ["PORT", "ADMIN_PORT", "PROMETHEUS_PORT", "ALERTMANAGER_PORT"];
      const images = ["HAPROXY_IMAGE", "REDIS_IMAGE", "PROMETHEUS_IMAGE", "ALERTMANAGER_IMAGE"];
      variables = {
        COMPOSE_PROJECT_NAME: project,
        TEXT_SERVICE_IMAGE: "text-service:system-test",
        FILES: folder.path,
        ...Object.fromEntries(images.map((name) => [name, "stand-ins:system-test"])),
      };
      for (const name of ports) variables[name] = String(await freePort());
      const began = performance.now();
      compose("up", "--detach", "--no-build");
      await untilReady(url("PORT"), 120_000);
      const seconds = (performance.now() - began) / 1000;
      console.log(`the stack answers ${seconds.toFixed(1)} s after \`up\``);
    });
    afterAll(async () => {
      compose("down", "--volumes", "--timeout", "5");
      await folder?.[Symbol.asyncDispose]();
    });

    test("Prometheus scrapes three replicas, and none of them is down", async () => {
      await until("three targets are up", async () => {
        const { data } = targets.parse(await json(`${url("PROMETHEUS_PORT")}/api/v1/targets`));
        const up = data.activeTargets.filter(({ health }) => health === "up");
        return up.length === 3 && up.length === data.activeTargets.length;
      });
      // One that took long to start was down indeed.
      await until("nobody is said to be down", async () => !(await down()).length);
    });

    test("every replica answers its share of the requests", async () => {
      const load = startLoad(url("PORT"), (i) => `a lovely film, said ${i} people`);
      await until("300 answers", () => load.result.total >= 300);
      const { total, statuses } = await load.stop();
      expect(statuses).toEqual({ 200: total });
      await until("Prometheus has seen each of them answer", async () => {
        const query = 'http_requests_total{method="POST",status="200"} > 50';
        const address = `${url("PROMETHEUS_PORT")}/api/v1/query?query=${encodeURIComponent(query)}`;
        const answer = JSON.stringify(await json(address));
        return [1, 2, 3].every((n) => answer.includes(`service-${n}:8080`));
      });
    });

    test("workers score a file over the queue as this machine would alone", async () => {
      const rows = madeUpReviews(2000, 5).map(({ text }, id) => JSON.stringify({ id, text }));
      const input = join(folder.path, "in.jsonl");
      await writeFile(input, rows.join("\n"));
      const own = String(process.getuid!());
      compose("run", "--rm", "-T", "--user", own, "score", "in.jsonl", "--out", "queue.jsonl");
      await using programs = new Programs();
      const alone = join(folder.path, "alone.jsonl");
      expect((await programs.run(["score", input, "--out", alone])).code).toBe(0);
      const scored = await readFile(join(folder.path, "queue.jsonl"), "utf8");
      expect(scored).toBe(await readFile(alone, "utf8"));
      expect(scored.trim().split("\n")).toHaveLength(2000);
    });

    test("a replica that is killed costs no request, and Alertmanager is told", async () => {
      const load = startLoad(url("PORT"), (i) => `an awful film, said ${i} people`, { pause: 10 });
      const id = compose("ps", "--quiet", "service-2");
      engine().docker("kill", id);
      const took = await until("TextServiceDown", async () =>
        (await down()).includes("service-2:8080"),
      );
      const { total, statuses } = await load.stop();
      console.log(
        `a killed replica: ${total} requests, ${JSON.stringify(statuses)}; ` +
          `Alertmanager knows after ${(took / 1000).toFixed(1)} s`,
      );
      expect(statuses).toEqual({ 200: total });
    });

    test("goes down clean: no container, network or volume is left", () => {
      expect(left().filter(Boolean)).toHaveLength(3);
      compose("down", "--volumes", "--timeout", "40");
      expect(left()).toEqual(["", "", ""]);
    });
  },
);
