import { spawnSync } from "node:child_process";
import { delimiter } from "node:path";

/** How a command ended, with all it wrote. */
export interface Ended {
  readonly status: number | null;
  readonly output: string;
}

/**
 * Runs a command as on a new machine: an empty home, nothing of the caller's npm settings but how the
 * registry is reached.
 *
 * @param node folder of the `node` to use, first on the path.
 */
export function runFresh(
  command: string,
  args: readonly string[],
  options: { cwd: string; home: string; node?: string; env?: Record<string, string> },
): Ended {
  const kept = Object.entries(process.env).filter(
    ([name]) =>
      !/^(?:npm_|VITE|VITEST|NODE_ENV$|NODE_OPTIONS$|INIT_CWD$|XDG_|FORCE_COLOR$|TEST$)/.test(name),
  );
  const env: NodeJS.ProcessEnv = {
    ...Object.fromEntries(kept),
    HOME: options.home,
    USERPROFILE: options.home,
    NO_COLOR: "1",
    // The caller's own registry and certificates, which an empty home does not know.
    ...(process.env["npm_config_registry"]
      ? { npm_config_registry: process.env["npm_config_registry"] }
      : {}),
    ...options.env,
  };
  if (options.node !== undefined) env["PATH"] = options.node + delimiter + (env["PATH"] ?? "");
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd: options.cwd,
    encoding: "utf8",
    env,
    shell: process.platform === "win32",
  });
  return { status, output: (stdout ?? "") + (stderr ?? "") };
}
