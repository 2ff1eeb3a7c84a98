import { spawn, spawnSync } from "node:child_process";
import type { ChildProcess, SpawnOptions } from "node:child_process";

const windows = process.platform === "win32";

/** Every child of a bench run: whatever happens, none outlives it. */
export class Processes {
  readonly #running = new Set<ChildProcess>();
  readonly #detached: boolean;
  readonly #shared = new Map<string, Promise<unknown>>();

  /** `ownGroups`: each child leads a process group, so that its children end with it. */
  constructor({ ownGroups = true }: { ownGroups?: boolean } = {}) {
    this.#detached = ownGroups && !windows;
  }

  /** As `child_process.spawn`. */
  spawn(command: string, args: readonly string[], options: SpawnOptions = {}): ChildProcess {
    const child = spawn(command, args, { ...options, detached: this.#detached, windowsHide: true });
    this.#running.add(child);
    const forget = () => this.#running.delete(child);
    child.once("exit", forget);
    child.once("error", forget);
    return child;
  }

  /** The value that `make` gave for this key before, else a new one: a server is started once. */
  share<T>(key: string, make: () => Promise<T>): Promise<T> {
    const known = this.#shared.get(key);
    // A key is used with one type only: each caller prefixes its own kind.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    if (known) return known as Promise<T>;
    const made = make();
    this.#shared.set(key, made);
    return made;
  }

  /** The next `share` of this key starts afresh. */
  forget(key: string) {
    this.#shared.delete(key);
  }

  /** Ends all children at once; safe in an exit handler. */
  killAll() {
    for (const child of this.#running) killTree(child);
    this.#running.clear();
    this.#shared.clear();
  }
}

/** Ends a child and its own children. */
export function killTree(child: ChildProcess) {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  try {
    if (windows) spawnSync("taskkill", ["/pid", String(child.pid), "/T", "/F"]);
    else process.kill(-child.pid, "SIGKILL");
  } catch {
    // It ended between the check and the signal.
    child.kill("SIGKILL");
  }
}
