import { spawnSync } from "node:child_process";
import type { Finding } from "./finding.ts";

/** Docker's client and engine: the engine is what phases 3 and 5 need. */
export function checkDocker(): Finding {
  const args = ["version", "--format", "{{.Server.Version}}"];
  const { status, stdout, error } = spawnSync("docker", args, {
    encoding: "utf8",
    timeout: 10_000,
  });
  const name = "docker";
  if (status === 0) return { name, state: "ok", found: `engine ${stdout.trim()}` };
  const fix = "phases 3 and 5 want it: https://docs.docker.com/get-docker";
  if (error) return { name, state: "warning", found: "not found", fix };
  return { name, state: "warning", found: "installed, but no engine answers", fix: "start Docker" };
}
