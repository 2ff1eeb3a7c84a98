import { resolve } from "node:path";
import { exitCodes, CommandError } from "../exit-codes.ts";
import { findLearnerFolder, openLearnerFolder, type LearnerFolder } from "../learner/folder.ts";
import { knownFolders, rememberFolder } from "../learner/registry.ts";
import { findRepository } from "../phase/repository.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { typedPath } from "../views/place.ts";

/** What every command gets. */
export interface Context {
  readonly terminal: Terminal;
  /** The folder the user stands in, or the one named by `-C`. */
  readonly cwd: string;
  /** The repository that this command runs from; undefined inside a starter. */
  readonly repository: string | undefined;
  /** How the user types a command here: `npx roadmap check`. */
  readonly say: (command: string) => string;
  /** Ends when the user presses Ctrl-C. */
  readonly signal: AbortSignal;
  readonly now: () => Date;
}

/** Makes the context of a process. */
export function processContext(
  terminal: Terminal,
  signal: AbortSignal,
  folder: string | undefined,
): Context {
  const repository = findRepository();
  const { env } = process;
  // npm runs scripts in the repository's top folder and tells where the user stood.
  const stood =
    repository !== undefined && process.cwd() === repository
      ? (env["INIT_CWD"] ?? process.cwd())
      : process.cwd();
  const runner = env["npm_config_user_agent"]?.startsWith("pnpm") === true ? "pnpm" : "npx";
  const prefix = repository === undefined ? `${runner} roadmap` : "npm run roadmap --";
  return {
    terminal,
    cwd: folder === undefined ? stood : resolve(stood, folder),
    repository,
    say: (command) => `${prefix} ${command}`,
    signal,
    now: () => new Date(),
  };
}

/**
 * The starter that a command is about: the one the user stands in; in the repository, the one made
 * from it that was used last.
 */
export function currentFolder(context: Context): LearnerFolder {
  const { cwd, repository, say } = context;
  const here = findLearnerFolder(cwd);
  if (here !== undefined) {
    rememberFolder(here);
    return openLearnerFolder(here);
  }
  const known = knownFolders().find((folder) => folder.repository === repository);
  if (repository !== undefined && known) {
    const { terminal } = context;
    terminal.print(terminal.style.dim(`in ${typedPath(cwd, known.path)}`));
    return openLearnerFolder(known.path);
  }
  throw new CommandError(
    exitCodes.environment,
    `${cwd} is not in a starter of the roadmap`,
    repository === undefined
      ? ["go to your starter's folder, or name it:  roadmap -C <folder> ..."]
      : [`make one:  ${say("start 1 ../my-first-model")}`],
  );
}
