import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { load } from "js-yaml";
import { describe, expect, test } from "vitest";

// oxlint-disable-next-line typescript/no-explicit-any
type Yaml = any;

// In a starter the folder stands at its top, in the repository beside the projects.
const path = ["../../", "../../../../"]
  .map((up) => fileURLToPath(new URL(`${up}.github/workflows/deploy.yml`, import.meta.url)))
  .find((file) => existsSync(file))!;
const { jobs }: Yaml = load(readFileSync(path, "utf8"));
const job = () => jobs.production ?? {};
const steps = (): Yaml[] => job().steps ?? [];
const runs = () => steps().map(({ run }) => run ?? "");

describe("5.14 the job that deploys to production", () => {
  test("comes after staging, whatever happens", () => {
    expect(job().needs).toContain("staging");
    expect(job().if).toBeUndefined();
    expect(job()["continue-on-error"]).toBeUndefined();
  });

  test("waits for the environment's reviewers, and ends", () => {
    expect(job().environment).toBe("production");
    expect(job()["timeout-minutes"]).toBeGreaterThan(30);
    expect(job()["timeout-minutes"]).toBeLessThanOrEqual(120);
  });

  test("may read the repository and get a token for the cloud, and nothing else", () => {
    expect(job().permissions).toEqual({ contents: "read", "id-token": "write" });
  });

  test("becomes production's role by that token, without a stored key", () => {
    const login = steps().find(({ uses }) => /configure-aws-credentials@/.test(uses ?? ""));
    expect(login?.with["role-to-assume"]).toMatch(/role\/text-service-production-deploy$/);
    expect(JSON.stringify(job())).not.toContain("secrets.");
  });

  test("names every action by its commit, and leaves no token behind", () => {
    const used = steps().filter(({ uses }) => uses);
    expect(used.length).toBeGreaterThanOrEqual(3);
    for (const { uses } of used) expect(uses).toMatch(/^[\w.-]+\/[\w.-]+@[0-9a-f]{40}$/);
    const checkout = used.find(({ uses }) => uses.startsWith("actions/checkout@"));
    expect(checkout?.with?.["persist-credentials"]).toBe(false);
  });

  test("deploys the image that staging has tried: the build's digest, built nowhere else", () => {
    expect(job().needs).toContain("build");
    expect(job().env?.IMAGE_DIGEST).toBe("${{ needs.build.outputs.digest }}");
    const text = runs().join("\n");
    expect(text).toMatch(/pipeline -- synth .*\n.*pipeline -- deploy production /);
    expect(text).not.toMatch(/pipeline -- image|docker/);
  });

  test("looks at what it has done", () => {
    expect(runs().at(-1)).toMatch(/pipeline -- conformance "\$URL"/);
  });

  test("puts no expression into a command", () => {
    expect(runs().length).toBeGreaterThan(0);
    for (const run of runs()) expect(run).not.toContain("${{");
  });
});
