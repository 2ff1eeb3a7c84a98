import type { PhaseFile } from "../phase/schema.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { facts, heading, paragraph } from "./page.ts";

/** What to do when every step passes. */
export function finishedReport(
  terminal: Terminal,
  phase: PhaseFile,
  say: (command: string) => string,
): string[] {
  return [
    ...heading(terminal, `Phase ${phase.id} is done: ${phase.title}`),
    ...paragraph(terminal, `All ${phase.steps.length} steps pass. It is your own code now:`),
    "",
    ...facts(terminal, [
      ["run it", "npm start"],
      ["compare", say("diff")],
      ["all phases", say("status")],
    ]),
  ];
}
