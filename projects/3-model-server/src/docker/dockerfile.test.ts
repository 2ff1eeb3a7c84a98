import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { parseStages } from "./dockerfile.ts";

// In a starter the folder docker/ stands at the top, in the repository beside the projects.
const path = ["../../docker/", "../../../../docker/"]
  .map((folder) => fileURLToPath(new URL(`${folder}model-server.Dockerfile`, import.meta.url)))
  .find((file) => existsSync(file))!;
const stages = parseStages(readFileSync(path, "utf8"));
const last = stages.length > 1 ? stages.at(-1)! : [];
const all = (keyword: string) =>
  last.filter((instruction) => instruction.keyword === keyword).map(({ value }) => value);

describe("3.13 the image that runs", () => {
  test("begins with nothing, so that no shell and no package manager is in it", () => {
    expect(all("FROM")).toEqual(["scratch"]);
    expect(all("RUN")).toEqual([]);
  });

  test("takes its files from the stage that built them", () => {
    expect(all("COPY")).toEqual([expect.stringMatching(/^--from=build \/image\/? \/$/)]);
    expect(all("ADD")).toEqual([]);
  });

  test("runs as a user with a number that is not root's", () => {
    const [user = "root"] = all("USER").slice(-1);
    expect(Number(user.split(":")[0])).toBeGreaterThan(0);
  });

  test("starts Node without a shell, so that signals reach it", () => {
    const [entry = ""] = all("ENTRYPOINT");
    expect(entry).toMatch(/^\[/);
    expect(JSON.parse(entry)).toEqual(["/usr/local/bin/node", "/app/server.mjs"]);
    expect(all("CMD")).toEqual([]);
  });

  test("has a health check without a shell", () => {
    const [check = ""] = all("HEALTHCHECK");
    const command = /CMD\s+(\[.*\])$/.exec(check)?.[1] ?? "[]";
    expect(JSON.parse(command)).toEqual(["/usr/local/bin/node", "/app/health.mjs"]);
  });

  test("listens on all addresses at the port it exposes", () => {
    const settings = all("ENV").join(" ");
    expect(settings).toMatch(/\bHOST=0\.0\.0\.0\b/);
    const port = /\bPORT=(\d+)/.exec(settings)?.[1];
    expect(all("EXPOSE")).toEqual([port]);
    expect(settings).toMatch(/\bMODEL_DIR=\/app\/model\b/);
  });

  test("says what it is in labels", () => {
    const labels = all("LABEL").join(" ");
    for (const name of ["title", "version", "revision", "licenses"]) {
      expect(labels).toContain(`org.opencontainers.image.${name}=`);
    }
  });
});

describe("parseStages", () => {
  test("joins continued lines and leaves comments out", () => {
    const text =
      "ARG A=1\nFROM a AS b\n# note\nRUN x \\\n# inside\n  y\n\nFROM scratch\nCOPY --from=b / /\n";
    expect(parseStages(text)).toEqual([
      [
        { keyword: "FROM", value: "a AS b" },
        { keyword: "RUN", value: "x    y" },
      ],
      [
        { keyword: "FROM", value: "scratch" },
        { keyword: "COPY", value: "--from=b / /" },
      ],
    ]);
  });
});
