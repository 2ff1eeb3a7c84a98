import { findEngine, type Engine } from "@ml-roadmap/model-server/testing";

/** What a replica runs in. */
export interface Container {
  readonly engine: Engine;
  /** Tag or digest. */
  readonly image: string;
}

/** Rights of a container of the text service: none, and nothing that can be written. */
export const rights = ["--read-only", "--cap-drop", "ALL", "--security-opt", "no-new-privileges"];

/** The image, built here under a tag; or why it cannot be, or could not be reached. */
export function buildContainer(image: string): Container | string {
  // Elsewhere the engine is in a machine of its own, whose ports are not this one's.
  if (process.platform !== "linux") return "replicas share this machine's ports, which takes Linux";
  const dockerfile = "docker/text-service.Dockerfile";
  const engine = findEngine(dockerfile);
  if (typeof engine === "string") return engine;
  engine.build(dockerfile, image);
  return { engine, image };
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
  const files = ["--tmpfs", "/tmp:mode=1777", "--volume", `${folder}:${folder}:ro`];
  const variables = Object.entries(settings).flatMap(([key, value]) => [
    "--env",
    `${key}=${value}`,
  ]);
  const run = ["run", "--rm", "--name", name, "--network", "host"];
  return [...run, ...rights, ...files, ...user, ...variables, image];
}
