import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../../../", import.meta.url));
export const dockerfile = "docker/model-server.Dockerfile";

/** Commands for a container engine, and how an image is built with it. */
export interface Engine {
  docker: (...args: string[]) => string;
  build: (tag: string) => string;
}

/** What a command wrote; throws with the end of it when the command fails. */
function run(command: string, args: string[], environment: Record<string, string>): string {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd: root,
    env: { ...process.env, ...environment },
    encoding: "utf8",
    maxBuffer: 2 ** 26,
  });
  if (error) throw error;
  const said = `${stdout}${stderr}`;
  if (status !== 0) throw new Error(`${command} ${args.join(" ")}: ${said.slice(-2000)}`);
  return said.trim();
}

/**
 * An engine that answers; else one that the tool named by CONTAINER_HOST_TOOL (default:
 * ../shared/tools/container-host.sh) prepares. Text says why there is none.
 */
export function findEngine(): Engine | string {
  const tool = process.env["CONTAINER_HOST_TOOL"] ?? `${root}../shared/tools/container-host.sh`;
  if (!existsSync(tool)) {
    try {
      run("docker", ["info"], {});
    } catch {
      return "no Docker engine answers, and there is no CONTAINER_HOST_TOOL";
    }
    const docker = (...args: string[]) => run("docker", args, {});
    return { docker, build: (tag) => docker("build", "-f", dockerfile, "-t", tag, ".") };
  }
  try {
    run("sh", [tool, "up", "-f", dockerfile], {});
    const said = run(
      "sh",
      ["-c", `eval "$(sh "$1" env)"; echo "$DOCKER_HOST"; echo "$PATH"`, "sh", tool],
      {},
    );
    const [DOCKER_HOST, PATH] = said.split("\n");
    const environment = { DOCKER_HOST, PATH, DOCKER_BUILDKIT: "1" };
    return {
      docker: (...args) => run("docker", args, environment),
      build: (tag) => run("sh", [tool, "build", "-f", dockerfile, "-t", tag, "."], environment),
    };
  } catch (error) {
    return `the container engine cannot be prepared: ${error instanceof Error ? error.message : String(error)}`;
  }
}
