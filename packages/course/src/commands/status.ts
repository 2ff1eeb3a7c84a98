import { CommandError, exitCodes, type ExitCode } from "../exit-codes.ts";
import { findLearnerFolder, openLearnerFolder, type LearnerFolder } from "../learner/folder.ts";
import { readProgress, stateOf, writeProgress, type Progress } from "../learner/progress.ts";
import { knownFolders, rememberFolder } from "../learner/registry.ts";
import { loadPhases } from "../phase/repository.ts";
import type { LearningItem, PhaseFile } from "../phase/schema.ts";
import { padEnd, padStart } from "../terminal/layout.ts";
import { bar } from "../views/page.ts";
import { typedPath } from "../views/place.ts";
import type { Context } from "./context.ts";

export interface StatusOptions {
  readonly done?: string;
  readonly undo?: string;
}

/** A starter with its progress. */
interface Known {
  readonly folder: LearnerFolder;
  readonly progress: Progress;
}

/** `roadmap status`: all phases, how far each is, and the learning list to tick off. */
export function status(context: Context, options: StatusOptions): ExitCode {
  const { terminal, cwd } = context;
  const here = findLearnerFolder(cwd);
  if (here !== undefined) rememberFolder(here);
  const known = openKnown(context, here);
  const phases = allPhases(context, known);
  const change = options.done ?? options.undo;
  if (change !== undefined) tick(context, phases, known, change, options.done !== undefined);
  const learned = new Set(known.flatMap(({ progress }) => Object.keys(progress.learned)));
  const summary = phases.map((phase) => {
    const own = known.find(({ folder }) => folder.phase.id === phase.id);
    return {
      id: phase.id,
      title: phase.title,
      folder: own?.folder.path ?? null,
      steps: phase.steps.length,
      passed: own ? passedSteps(phase, own.progress) : 0,
      learning: phase.learning.map((item, i) => ({
        id: itemId(phase, i),
        ...item,
        done: learned.has(itemId(phase, i)),
      })),
    };
  });
  for (const phase of summary) printPhase(context, phase);
  terminal.print(`  tick off what you have learned:  ${context.say("status --done 1a")}`);
  terminal.printJson({ phases: summary });
  return exitCodes.ok;
}

function itemId(phase: PhaseFile, index: number): string {
  return `${phase.id}${String.fromCharCode(97 + index)}`;
}

function passedSteps(phase: PhaseFile, progress: Progress): number {
  return phase.steps.filter((step) => ["passed", "filled"].includes(stateOf(progress, step)))
    .length;
}

function printPhase(
  { terminal, cwd }: Context,
  phase: {
    readonly id: number;
    readonly title: string;
    readonly folder: string | null;
    readonly steps: number;
    readonly passed: number;
    readonly learning: readonly (LearningItem & { readonly id: string; readonly done: boolean })[];
  },
): void {
  const { style } = terminal;
  const { id, title, folder, steps, passed, learning } = phase;
  const amount = `${padStart(String(passed), 2)} of ${padEnd(String(steps), 2)}`;
  const name = padEnd(style.bold(`Phase ${id}  ${title}`), 52);
  terminal.print(`${name}  ${bar(terminal, passed / steps, 16)}  ${amount}`);
  const where =
    folder === null ? `not begun (roadmap start ${id} in the repository)` : typedPath(cwd, folder);
  terminal.print(style.dim(`  ${where}`));
  for (const item of learning) {
    const box = item.done ? style.green("[x]") : "[ ]";
    const by = item.by === undefined ? "" : style.dim(` (${item.by})`);
    terminal.print(`  ${box} ${item.id}  ${item.title}${by}`);
  }
  terminal.print();
}

/** The starters on this machine with their progress, the one at hand first; unreadable ones left out. */
function openKnown(context: Context, here: string | undefined): Known[] {
  const paths = new Set([
    ...(here === undefined ? [] : [here]),
    ...knownFolders().map(({ path }) => path),
  ]);
  return [...paths].flatMap((path) => {
    try {
      const folder = openLearnerFolder(path);
      return [{ folder, progress: readProgress(path, folder.phase.id, context.now()) }];
    } catch (error) {
      // The folder at hand has to be right; another's fault is told when one works there.
      if (path === here) throw error;
      return [];
    }
  });
}

function allPhases({ repository }: Context, known: readonly Known[]): readonly PhaseFile[] {
  if (repository !== undefined) return loadPhases(repository);
  if (known.length > 0) return known[0].folder.phases;
  throw new CommandError(exitCodes.environment, "no starter of the roadmap is here or known", [
    "go to your starter's folder",
  ]);
}

function tick(
  context: Context,
  phases: readonly PhaseFile[],
  known: Known[],
  item: string,
  done: boolean,
): void {
  const ids = phases.flatMap((phase) => phase.learning.map((_, i) => itemId(phase, i)));
  if (!ids.includes(item)) {
    throw new CommandError(
      exitCodes.usage,
      `the learning list has no "${item}"; it has ${ids.join(", ")}`,
    );
  }
  const own = known.findIndex(({ folder }) => item.startsWith(String(folder.phase.id)));
  const at = Math.max(0, own);
  if (known.length === 0) {
    throw new CommandError(exitCodes.environment, "there is no starter yet to record it in", [
      context.say("start 1"),
    ]);
  }
  for (const [index, { folder, progress }] of known.entries()) {
    const { [item]: before, ...others } = progress.learned;
    if (done ? index !== at || before !== undefined : before === undefined) continue;
    const learned = done ? { ...others, [item]: context.now().toISOString() } : others;
    const changed = { ...progress, learned };
    writeProgress(folder.path, changed);
    known[index] = { folder, progress: changed };
  }
}
