import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

// Built, this file is one folder deeper.
const above = import.meta.url.endsWith(".ts") ? "../../../../" : "../../../../../";
const root = fileURLToPath(new URL(above, import.meta.url));

/** Commands for a container engine, and how images and stacks are made with it. */
export interface Engine {
  docker: (...args: string[]) => string;
  /** Variables with which `docker` reaches it, where a program of its own is to run. */
  environment: Readonly<Record<string, string>>;
  /** Builds an image from a Dockerfile, by its path from the top folder. */
  build: (dockerfile: string, tag: string) => string;
  /** Docker Compose on a file; variables are for what the file leaves open. Throws where it is not installed. */
  compose: (file: string, variables: Record<string, string>, ...args: string[]) => string;
}

/** What a command wrote; throws with the end of it when the command fails. */
function run(command: string, args: string[], environment: Record<string, string>): string {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd: root,
    env: { ...process.env, ...environment },
    encoding: "utf8",
    maxBuffer: 2 ** 26,
    timeout: 600_000,
  });
  if (error) throw error;
  const said = `${stdout}${stderr}`;
  if (status !== 0) throw new Error(`${command} ${args.join(" ")}: ${said.slice(-2000)}`);
  return said.trim();
}

/**
 * An engine that answers; else one that the tool named by CONTAINER_HOST_TOOL (default:
 * ../shared/tools/container-host.sh) prepares. Text says why there is none.
 *
 * @param dockerfiles that are to be built, by their paths from the top folder
 */
export function findEngine(...dockerfiles: string[]): Engine | string {
  const tool = process.env["CONTAINER_HOST_TOOL"] ?? `${root}../shared/tools/container-host.sh`;
  if (!existsSync(tool)) {
    try {
      run("docker", ["info"], {});
    } catch {
      return "no Docker engine answers, and there is no CONTAINER_HOST_TOOL";
    }
    return engine({}, (...args) => run("docker", ["build", ...args], {}));
  }
  try {
    run("sh", [tool, "up", ...dockerfiles.flatMap((file) => ["-f", file])], {});
    const said = run(
      "sh",
      ["-c", `eval "$(sh "$1" env)"; echo "$DOCKER_HOST"; echo "$PATH"`, "sh", tool],
      {},
    );
    const [DOCKER_HOST, PATH] = said.split("\n");
    const environment = { DOCKER_HOST, PATH, DOCKER_BUILDKIT: "1" };
    return engine(environment, (...args) => run("sh", [tool, "build", ...args], environment));
  } catch (error) {
    return `the container engine cannot be prepared: ${error instanceof Error ? error.message : String(error)}`;
  }
}

function engine(
  environment: Record<string, string>,
  buildImage: (...args: string[]) => string,
): Engine {
  return {
    environment,
    docker: (...args) => run("docker", args, environment),
    build: (dockerfile, tag) => buildImage("-f", dockerfile, "-t", tag, "."),
    compose(file, variables, ...args) {
      const [command, ...first] = composeCommand(environment);
      return run(command, [...first, "-f", file, ...args], { ...environment, ...variables });
    },
  };
}

/** Docker's plugin, or the program from before there was one. */
function composeCommand(environment: Record<string, string>): string[] {
  try {
    run("docker", ["compose", "version"], environment);
    return ["docker", "compose"];
  } catch {
    return ["docker-compose"];
  }
}
