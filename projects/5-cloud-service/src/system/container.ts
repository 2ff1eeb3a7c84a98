import type { Engine } from "@ml-roadmap/model-server/testing";

/** What a replica runs in. */
export interface Container {
  readonly engine: Engine;
  /** Tag or digest. */
  readonly image: string;
}

/**
 * Arguments of `docker` that run a replica as it is meant to be: nothing that can be written but /tmp, no rights. It
 * has the machine's own network and may read `folder`, as the user who runs this.
 */
export function containerArguments(
  { image }: Container,
  name: string,
  folder: string,
  settings: Readonly<Record<string, string>>,
): string[] {
  const user = process.getuid ? ["--user", `${process.getuid()}:${process.getgid?.() ?? 0}`] : [];
  const rights = ["--read-only", "--cap-drop", "ALL", "--security-opt", "no-new-privileges"];
  const files = ["--tmpfs", "/tmp:mode=1777", "--volume", `${folder}:${folder}:ro`];
  const variables = Object.entries(settings).flatMap(([key, value]) => [
    "--env",
    `${key}=${value}`,
  ]);
  const run = ["run", "--rm", "--name", name, "--network", "host"];
  return [...run, ...rights, ...files, ...user, ...variables, image];
}
