import { expect, test } from "vitest";
import { deployArguments } from "./deploy.ts";
import { buildArguments, inspectArguments, readDigest } from "./image.ts";
import { programOutput, runProgram } from "./run-program.ts";

const image = {
  repository: "111122223333.dkr.ecr.eu-central-1.amazonaws.com/text-service",
  revision: "0123456789abcdef0123456789abcdef01234567",
  version: "1.0.0",
  metadata: "metadata.json",
};

test("buildArguments(...) ask for SBOM and provenance, and tag by commit only", () => {
  const args = buildArguments(image);
  expect(args).toContain("--sbom=true");
  expect(args).toContain("--provenance=mode=max");
  expect(args).toContain("--push");
  expect(args.filter((_, i) => args[i - 1] === "--tag")).toEqual([
    `${image.repository}:${image.revision}`,
  ]);
  expect(() => buildArguments({ ...image, revision: "latest" })).toThrow("expected a commit");
});

test("inspectArguments(...) ask for the digest of the commit's image", () => {
  expect(inspectArguments(image)).toEqual([
    "buildx",
    "imagetools",
    "inspect",
    `${image.repository}:${image.revision}`,
    "--format",
    "{{.Manifest.Digest}}",
  ]);
});

test("readDigest(metadata) is buildx's digest, or says that there is none", () => {
  const digest = `sha256:${"a".repeat(64)}`;
  expect(readDigest(JSON.stringify({ "containerimage.digest": digest }))).toBe(digest);
  expect(() => readDigest("{}")).toThrow("no digest");
});

test("deployArguments(...) name one stack, CloudFormation's role and no key", () => {
  const options = { templates: "out", account: "111122223333", region: "eu-central-1" } as const;
  const args = deployArguments({ ...options, environment: "staging" });
  expect(args.join(" ")).toContain("--stack-name text-service-staging");
  expect(args.join(" ")).toContain("out/text-service-staging.template.json");
  expect(args.join(" ")).toContain("role/text-service-cloudformation");
  expect(args.join(" ")).not.toContain("production");
  expect(() => deployArguments({ ...options, account: "1", environment: "staging" })).toThrow(
    "12 digits",
  );
});

test("runProgram(...) tells a failure from a program that is not here", async () => {
  await expect(runProgram(process.execPath, ["-e", "process.exit(3)"])).rejects.toThrow(
    "ended with 3",
  );
  await expect(runProgram("no-such-program", ["x"])).rejects.toThrow("could not be started");
  await runProgram(process.execPath, ["-e", "process.stdin.resume()"], "secret");
});

test("programOutput(...) is what a program printed, or nothing where it failed or is not here", async () => {
  expect(await programOutput(process.execPath, ["-p", "6 * 7"])).toBe("42");
  expect(
    await programOutput(process.execPath, ["-e", "console.log(1); process.exit(3)"]),
  ).toBeUndefined();
  expect(await programOutput("no-such-program", ["x"])).toBeUndefined();
});
