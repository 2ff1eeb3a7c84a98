import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { FailedTest, OthersCheck, StepCheck } from "../check/check-step.ts";
import type { Frame } from "../check/protocol.ts";
import type { Diagnostic } from "../check/types.ts";
import { parseLesson } from "../phase/lesson.ts";
import { functionsOf, lessonFile, type Step } from "../phase/schema.ts";
import { indent, truncate } from "../terminal/layout.ts";
import { renderMarkdown } from "../terminal/markdown.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { count, facts, heading, paragraph } from "./page.ts";
import { framePlace, shortPath, sourceLine, stepPlace } from "./place.ts";

/** What a report needs beside the check itself. */
export interface ReportOptions {
  readonly root: string;
  readonly say: (command: string) => string;
  /** Type errors in the step's own file. */
  readonly diagnostics: readonly Diagnostic[];
  /** Show every failing test, not only the first. */
  readonly verbose: boolean;
}

/** One line for a step that passes. */
export function passedLine(terminal: Terminal, { step, passed }: StepCheck): string {
  const { style } = terminal;
  return `${style.green(style.symbols.pass)} ${style.bold(step.id)} ${step.title}  ${style.dim(count(passed, "test"))}`;
}

/** Whether the learner has begun a step: something of it is there, right or wrong. */
export function isBegun({ verdict, passed }: StepCheck): boolean {
  return verdict === "failed" || passed > 0;
}

/** A step that does not pass: its task where it is not begun, else what is wrong with it. */
export function stepReport(terminal: Terminal, check: StepCheck, options: ReportOptions): string[] {
  return isBegun(check)
    ? failureReport(terminal, check, options)
    : taskReport(terminal, check.step, options);
}

function taskReport(terminal: Terminal, step: Step, options: ReportOptions): string[] {
  const { root, say } = options;
  const page = join(root, lessonFile(step));
  const task = existsSync(page) ? parseLesson(readFileSync(page, "utf8")).sections["Task"] : "";
  const names = functionsOf(step);
  const what = names.length > 0 ? `${names.join(" and ")} in ` : "";
  const width = Math.min(terminal.width, 80) - 2;
  return [
    ...heading(terminal, `${step.id} ${step.title}`, `about ${step.minutes} min`),
    ...(task ? [...indent(renderMarkdown(task, terminal.style, width), "  "), ""] : []),
    ...facts(terminal, [
      ["write", what + stepPlace(root, step)],
      ["read", lessonFile(step)],
      ["then", say("check")],
      ["stuck?", say("hint")],
    ]),
  ];
}

function failureReport(terminal: Terminal, check: StepCheck, options: ReportOptions): string[] {
  const { step, passed, failed, timeout, broken } = check;
  const { root, say, verbose } = options;
  const written = failed.filter(({ explanation }) => explanation.kind !== "todo");
  const shown = verbose ? failed : (written.length > 0 ? written : failed).slice(0, 1);
  const total = passed + failed.length;
  const lines = heading(terminal, `${step.id} ${step.title}`, stepPlace(root, step));
  for (const { file, error } of broken.slice(0, 1)) {
    lines.push(...paragraph(terminal, terminal.style.red(brokenTitle(root, file))));
    const text = error.message.trim().split("\n").slice(0, 12);
    lines.push(...text.map((line) => `    ${truncate(line.replaceAll(root, "."), 76)}`), "");
  }
  if (timeout) {
    lines.push(...paragraph(terminal, terminal.style.red(timeoutTitle(timeout))), "");
  }
  for (const test of shown) lines.push(...testReport(terminal, test, step, options.root), "");
  if (options.diagnostics.length > 0) lines.push(...typeReport(terminal, options.diagnostics), "");
  if (check.printed.trim() !== "") lines.push(...printedReport(terminal, check.printed), "");
  if (total > 0) {
    const rest = failed.length - shown.length;
    const more =
      rest > 0 ? `; ${rest} more ${rest === 1 ? "fails" : "fail"}: ${say("check --verbose")}` : "";
    lines.push(...paragraph(terminal, `${passed} of ${count(total, "test")} pass${more}`), "");
  }
  lines.push(
    ...facts(terminal, [
      ["next", `edit ${step.file}, then ${say("check")}`],
      ["stuck?", say("hint")],
    ]),
  );
  return lines;
}

/** Every step passes, and something that needs them all does not. */
export function othersReport(
  terminal: Terminal,
  { passed, failed }: OthersCheck,
  root: string,
): string[] {
  const total = passed + failed.length;
  return [
    ...heading(terminal, "Every step passes, but not all of them together"),
    ...testReport(terminal, failed[0], undefined, root),
    "",
    ...paragraph(terminal, `${passed} of the ${count(total, "other test")} pass`),
  ];
}

function testReport(
  terminal: Terminal,
  { name, explanation }: FailedTest,
  step: Step | undefined,
  root: string,
): string[] {
  const { style } = terminal;
  const title = step ? name.replace(`${step.id} `, "") : name;
  const lines = paragraph(terminal, `${style.red(style.symbols.fail)} ${title}`);
  if (explanation.kind === "todo") {
    const [id] = (explanation.missing ?? "").split(" ");
    const what = id === step?.id ? "not written yet" : `needs step ${id}, which is not written yet`;
    return [
      ...lines,
      ...facts(terminal, [["missing", `${explanation.missing} (${what})`]], "    "),
    ];
  }
  const rows = explanation.facts.map(({ label, value }) => [label, value] as const);
  const inCode = explanation.frames.find(({ file }) => !file.endsWith(".test.ts"));
  const inTest = explanation.frames.find(({ file }) => file.endsWith(".test.ts"));
  const where = inCode ? framePlace(root, inCode) : step ? stepPlace(root, step, name) : "";
  const method = inCode?.method ? ` in ${inCode.method.replace(/^(?:Module|Object)\./, "")}` : "";
  const labels = Math.max(...rows.map(([label]) => label.length), "where".length);
  const test = inTest ? [["test", testPlace(terminal, root, inTest, labels)] as const] : [];
  return [
    ...lines,
    ...facts(
      terminal,
      [...rows, ...(where ? [["where", where + method] as const] : []), ...test],
      "    ",
    ),
    ...diffLines(terminal, explanation.diff),
  ];
}

/** Where a test failed, and as much of that line as has room beside it. */
function testPlace({ style }: Terminal, root: string, frame: Frame, labels: number): string {
  const place = framePlace(root, frame);
  const room = 80 - "    ".length - labels - "  ".length - place.length - "  ".length;
  return room < 16 ? place : `${place}  ${style.dim(truncate(sourceLine(frame), room))}`;
}

function diffLines(terminal: Terminal, diff: readonly string[]): string[] {
  const { style } = terminal;
  const cut = diff.slice(0, 16).map((line) => {
    const text = `      ${truncate(line, 72)}`;
    return line.startsWith("-") ? style.green(text) : line.startsWith("+") ? style.red(text) : text;
  });
  return diff.length > 16 ? [...cut, style.dim(`      ... ${diff.length - 16} more lines`)] : cut;
}

function typeReport(terminal: Terminal, diagnostics: readonly Diagnostic[]): string[] {
  const { style } = terminal;
  const rows = diagnostics
    .slice(0, 3)
    .map(({ file, line, message }) => ["types", `${file}:${line}  ${message}`] as const);
  const more = diagnostics.length - rows.length;
  return [
    ...facts(terminal, rows),
    ...(more > 0 ? [style.dim(`  and ${count(more, "more type error")}`)] : []),
  ];
}

function printedReport(terminal: Terminal, printed: string): string[] {
  const lines = printed.trimEnd().split("\n");
  const { style } = terminal;
  return [
    style.dim("  your code printed:"),
    ...lines.slice(0, 8).map((line) => `    ${truncate(line, 76)}`),
    ...(lines.length > 8 ? [style.dim(`    ... ${lines.length - 8} more lines`)] : []),
  ];
}

function brokenTitle(root: string, file: string): string {
  return file === "" ? "The tests broke down" : `${shortPath(root, file)} could not be run`;
}

function timeoutTitle({ seconds, test }: { seconds: number; test: string | undefined }): string {
  const during = test === undefined ? "" : ` in the test "${test}"`;
  return `Ended after ${seconds} s${during}. Is there a loop that never stops?`;
}
