import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { CommandError, exitCodes, type ExitCode } from "../exit-codes.ts";
import { progressOf, readProgress, withStep, writeProgress } from "../learner/progress.ts";
import { hintCount, parseLesson } from "../phase/lesson.ts";
import { lessonFile } from "../phase/schema.ts";
import { indent } from "../terminal/layout.ts";
import { renderMarkdown } from "../terminal/markdown.ts";
import { facts, heading } from "../views/page.ts";
import { currentFolder, type Context } from "./context.ts";
import { chosenStep } from "./steps.ts";

/** `roadmap hint [step]`: the next hint on a step, from a nudge to nearly there. */
export function hint(
  context: Context,
  id: string | undefined,
  options: { readonly level?: number } = {},
): ExitCode {
  const { terminal, say } = context;
  const folder = currentFolder(context);
  const progress = readProgress(folder.path, folder.phase.id, context.now());
  const step = chosenStep(folder, progress, id);
  const page = join(folder.path, lessonFile(step));
  const { hints } = existsSync(page) ? parseLesson(readFileSync(page, "utf8")) : { hints: [] };
  if (hints.length === 0) {
    throw new CommandError(exitCodes.environment, `${lessonFile(step)} has no hints`, [
      `bring it back:  ${say("update")}`,
    ]);
  }
  const seen = progressOf(progress, step).hints;
  // One after the other: the last one nearly gives the answer away.
  const level = Math.min(options.level ?? Infinity, seen + 1, hints.length);
  if (level > seen) {
    writeProgress(folder.path, withStep(progress, step, { hints: Math.min(level, hintCount) }));
  }
  const width = Math.min(terminal.width, 80) - 2;
  const title = `${step.id} ${step.title}`;
  for (const line of [
    ...heading(terminal, title, `hint ${level} of ${hints.length}`),
    ...indent(renderMarkdown(hints[level - 1], terminal.style, width), "  "),
    "",
    ...facts(terminal, [
      ["then", say("check")],
      level < hints.length
        ? ["more", say(id === undefined ? "hint" : `hint ${id}`)]
        : ["last", `${say(`solve ${step.id} --give-up`)}  shows the reference's solution`],
    ]),
  ]) {
    terminal.print(line);
  }
  terminal.printJson({ step: step.id, level, of: hints.length, text: hints[level - 1] });
  return exitCodes.ok;
}
