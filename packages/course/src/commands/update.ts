import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { CommandError, exitCodes, type ExitCode } from "../exit-codes.ts";
import { findLearnerFolder, openLearnerFolder, type LearnerFolder } from "../learner/folder.ts";
import { knownFolders } from "../learner/registry.ts";
import { parseJson } from "../phase/json.ts";
import { loadPhases } from "../phase/repository.ts";
import { buildStarter } from "../starter/build.ts";
import { manifestFile, manifestSchema } from "../starter/manifest.ts";
import { applyUpdate } from "../update/apply.ts";
import { incomingFolder, type Action, type PlannedChange } from "../update/plan.ts";
import { fetchPublished } from "../update/published.ts";
import { refreshPackages, type Refresh } from "../update/refresh.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { count, facts, heading } from "../views/page.ts";
import { typedPath } from "../views/place.ts";
import { currentFolder, type Context } from "./context.ts";

export interface UpdateOptions {
  readonly from?: string;
}

/** `roadmap update [folder]`: new tests and lessons for a starter; the learner's files stay. */
export function update(
  context: Context,
  name: string | undefined,
  options: UpdateOptions,
): ExitCode {
  const folder = targetFolder(context, name);
  const { repository } = context;
  if (repository === undefined) {
    const clone = localClone(folder, options);
    if (clone !== undefined) return updateFromClone(context, clone, folder);
  }
  const edition =
    repository === undefined || options.from !== undefined
      ? publishedEdition(folder, options)
      : compiledEdition(repository, folder);
  const record = parseJson(
    edition.get(manifestFile)?.toString("utf8") ?? "",
    manifestSchema,
    manifestFile,
  );
  if (record.phase !== folder.phase.id) {
    throw new CommandError(
      exitCodes.environment,
      `that is the starter of phase ${record.phase}, and this folder holds phase ${folder.phase.id}`,
    );
  }
  const changes = applyUpdate(folder.path, folder.manifest, edition);
  const refresh = refreshPackages(folder.path, changes);
  print(context, folder, changes, refresh);
  context.terminal.printJson({
    folder: folder.path,
    from: folder.manifest.edition,
    to: record.edition,
    changes,
    next: refresh,
  });
  return exitCodes.ok;
}

function targetFolder(context: Context, name: string | undefined): LearnerFolder {
  if (name === undefined) return currentFolder(context);
  const path = findLearnerFolder(resolve(context.cwd, name));
  if (path !== undefined) return openLearnerFolder(path);
  throw new CommandError(exitCodes.usage, `${name} is not in a starter of the roadmap`);
}

/** The clone of the repository on this machine that made the starter, if it is still there. */
function localClone(folder: LearnerFolder, { from }: UpdateOptions): string | undefined {
  const clone = from ?? knownFolders().find(({ path }) => path === folder.path)?.repository;
  const setup = clone && join(clone, "packages", "course", "setup", "run.mjs");
  return setup && existsSync(setup) ? setup : undefined;
}

/** The clone builds itself first, so that the update is what its sources say now. */
function updateFromClone({ terminal }: Context, setup: string, folder: LearnerFolder): ExitCode {
  const args = [setup, "update", folder.path, ...(terminal.json ? ["--json"] : [])];
  const { status } = spawnSync(process.execPath, args, { stdio: "inherit" });
  return status === 0 ? exitCodes.ok : exitCodes.environment;
}

function publishedEdition(folder: LearnerFolder, { from }: UpdateOptions): Map<string, Buffer> {
  const address = from ?? folder.manifest.repository;
  if (address === null) {
    throw new CommandError(exitCodes.environment, "this starter does not know where it came from", [
      "roadmap update --from <address or folder of the roadmap's repository>",
    ]);
  }
  return fetchPublished(address, folder.phase.id);
}

function compiledEdition(repository: string, folder: LearnerFolder): ReadonlyMap<string, Buffer> {
  const phase = loadPhases(repository).find(({ id }) => id === folder.phase.id);
  if (phase) return buildStarter(repository, phase).files;
  throw new CommandError(
    exitCodes.environment,
    `this repository has no phase ${folder.phase.id}; is it older than the starter?`,
  );
}

const words: Readonly<Record<Action, string>> = {
  add: "new",
  replace: "updated",
  remove: "gone",
  keep: "yours, kept",
};

function print(
  { terminal, cwd }: Context,
  folder: LearnerFolder,
  changes: readonly PlannedChange[],
  refresh: Refresh,
): void {
  const where = typedPath(cwd, folder.path);
  for (const line of heading(terminal, `Phase ${folder.phase.id}: ${folder.phase.title}`, where)) {
    terminal.print(line);
  }
  if (changes.length === 0) {
    terminal.print("  Nothing new: this is the latest edition.");
    return;
  }
  for (const line of changeLines(terminal, changes)) terminal.print(line);
  const kept = changes.filter(({ action }) => action === "keep");
  terminal.print();
  const next: [string, string][] = [["look", "git status"]];
  if (kept.length > 0) {
    next.push(["compare", `yours with the new ones in ${incomingFolder}/, and take what you like`]);
  }
  if (refresh !== "nothing") next.push(["next", refresh]);
  for (const line of facts(terminal, next)) terminal.print(line);
}

function changeLines(terminal: Terminal, changes: readonly PlannedChange[]): string[] {
  const rows = changes.map(({ path, action }) => [words[action], path] as const);
  const shown = rows.length > 20 ? rows.slice(0, 19) : rows;
  const more = rows.length - shown.length;
  return [
    ...facts(terminal, shown),
    ...(more > 0 ? [terminal.style.dim(`  and ${count(more, "more file")}`)] : []),
  ];
}
