import { existsSync, mkdirSync, readdirSync, realpathSync, rmSync, statSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { CommandError, exitCodes, type ExitCode } from "../exit-codes.ts";
import { writeProgress, readProgress } from "../learner/progress.ts";
import { rememberFolder } from "../learner/registry.ts";
import { loadPhases, type Phase } from "../phase/repository.ts";
import { buildStarter } from "../starter/build.ts";
import { initialCommit } from "../starter/git.ts";
import { installFromRepository, writeFiles } from "../starter/install.ts";
import { count, facts, heading } from "../views/page.ts";
import { typedPath } from "../views/place.ts";
import type { Context } from "./context.ts";

export interface StartOptions {
  readonly install: boolean;
  readonly git: boolean;
}

/** `roadmap start <phase> [folder]`: makes a phase's starter a project of the learner's own. */
export function start(
  context: Context,
  id: string,
  folder: string | undefined,
  options: StartOptions,
): ExitCode {
  const { terminal, repository } = context;
  const phase = builtPhase(context, id);
  const target =
    folder === undefined ? join(repository!, "..", phase.slug) : resolve(context.cwd, folder);
  refuseUsedFolder(target, context.cwd);
  const fresh = !existsSync(target);
  try {
    const starter = buildStarter(repository!, phase);
    mkdirSync(target, { recursive: true });
    const real = realpathSync(target);
    writeFiles(target, starter.files);
    if (options.git) writeProgress(target, readProgress(target, phase.id, context.now()));
    const git = options.git ? initialCommit(target, `Start phase ${phase.id}`) : "left out";
    const install = options.install ? installFromRepository(starter, target) : undefined;
    if (options.git) rememberFolder(real, repository);
    const where = typedPath(context.cwd, target);
    const missing = install?.missing ?? [];
    const ready = install !== undefined && missing.length === 0;
    for (const line of [
      ...heading(terminal, `Phase ${phase.id}: ${phase.title}`, count(phase.steps.length, "step")),
      ...facts(terminal, [
        ["made", `${where}  (${count(starter.files.size, "file")})`],
        [
          "packages",
          ready
            ? `${install.installed} copied from this repository: nothing to download`
            : missing.length > 0
              ? `not complete here (${missing[0]}...): install them once`
              : "not installed",
        ],
        ["git", git === "committed" ? "first commit made" : git],
        ["next", `cd ${where}`],
        ...(ready ? [] : [["", "npm install"] as const]),
        ["", "npx roadmap check"],
      ]),
    ]) {
      terminal.print(line);
    }
    terminal.printJson({
      phase: phase.id,
      folder: target,
      files: starter.files.size,
      installed: install?.installed ?? 0,
      missing,
      git,
    });
    return exitCodes.ok;
  } catch (error) {
    // Nothing half made is left behind; a folder that was there, empty, stays, and is empty again.
    const made = fresh ? [target] : readdirSync(target).map((name) => join(target, name));
    for (const path of made) rmSync(path, { recursive: true, force: true });
    throw error;
  }
}

/** The phase with this number, from the repository; a usage error that lists what there is. */
export function builtPhase(context: Context, id: string): Phase {
  const { repository } = context;
  if (repository === undefined) {
    throw new CommandError(
      exitCodes.environment,
      "starters are made in the roadmap's repository, and this is a starter",
      [`or clone it ready made:  git clone -b starter/${id} <repository> <folder>`],
    );
  }
  const phases = loadPhases(repository);
  const phase = phases.find((candidate) => String(candidate.id) === id);
  if (!phase) {
    throw new CommandError(
      exitCodes.usage,
      `there is no phase "${id}"; there is ${phases.map((known) => `${known.id} (${known.slug})`).join(", ")}`,
    );
  }
  return phase;
}

function refuseUsedFolder(target: string, cwd: string): void {
  if (!existsSync(target)) return;
  const where = relative(cwd, target) || "this folder";
  if (!statSync(target).isDirectory()) {
    throw new CommandError(exitCodes.usage, `${where} is a file`, ["name another folder"]);
  }
  if (readdirSync(target).length > 0) {
    throw new CommandError(exitCodes.usage, `${where} is not empty; nothing in it was touched`, [
      "name another folder",
    ]);
  }
}
