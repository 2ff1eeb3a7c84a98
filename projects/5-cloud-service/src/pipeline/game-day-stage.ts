import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Argument, type Command } from "commander";
import { readNumber } from "../commands/read-number.ts";
import { gameDays } from "../game-days/days.ts";
import { StageError } from "./run-program.ts";

interface GameDayCommand {
  byHand?: boolean;
  calm: number;
  most: number;
}

const percent = (share: number) => `${(100 * share).toFixed(3)}%`;

export function addGameDayStage(program: Command): void {
  program
    .command("game-day")
    .description(
      "break something on purpose on this machine, and score what users got; exit code 0 within the service level",
    )
    .addArgument(new Argument("<day>", "what breaks").choices(Object.keys(gameDays)))
    .option("--by-hand", "you mend it, with RUNBOOK.md")
    .option("--calm <seconds>", "before it breaks", readNumber, 15)
    .option("--most <seconds>", "until it ends", readNumber, 300)
    .action(async (name: string, { byHand = false, calm, most }: GameDayCommand) => {
      const { missing } = await import("../system/programs.ts");
      const reason = missing("haproxy", "prometheus");
      if (reason) throw new StageError(`game-day: ${reason}`);
      const { play } = await import("../game-days/play.ts");
      const day = gameDays[name];
      const folder = await mkdtemp(join(tmpdir(), "text-service-game-day-"));
      try {
        const onStep = (text: string) => console.log(text);
        const { outcome, score } = await play(day, { folder, byHand, calm, most, onStep });
        const { requests, failed, slow, seconds, alertAfter } = outcome;
        const told = alertAfter === undefined ? "never" : `after ${alertAfter.toFixed(1)} s`;
        console.log(`${name}: ${day.title}.`);
        console.log(`  ${day.alert} fired ${told}; over after ${seconds.toFixed(1)} s`);
        console.log(`  ${requests} requests, ${failed} failed, ${slow} late`);
        console.log(
          `  spent of a month's budget: ${percent(score.failureBudget)} for failures, ${percent(score.slowBudget)} for late answers`,
        );
        console.log(score.passes ? "passed" : "FAILED");
        process.exitCode = score.passes ? 0 : 1;
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    });
}
