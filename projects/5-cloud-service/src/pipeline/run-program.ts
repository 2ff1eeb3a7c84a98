import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { promisify } from "node:util";

/** A program that a stage needs has failed, or is not here. */
export class StageError extends Error {
  override name = "StageError";
}

/**
 * Runs a program to its end with its output shown.
 *
 * @param input what it reads, such as a password that must not be among its arguments
 * @throws StageError when it cannot be started or ends with another code than 0
 */
export async function runProgram(
  command: string,
  args: readonly string[],
  input?: string,
): Promise<void> {
  const child = spawn(command, [...args], {
    stdio: [input === undefined ? "ignore" : "pipe", "inherit", "inherit"],
  });
  if (input !== undefined) child.stdin?.end(input);
  try {
    const [code]: (number | null)[] = await once(child, "close");
    if (code !== 0) throw new StageError(`${command} ${args[0]} ended with ${code ?? "a signal"}`);
  } catch (error) {
    if (error instanceof StageError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new StageError(`${command} could not be started: ${reason}`);
  }
}

/** What a program printed, or undefined where it is not here or ends with another code than 0. */
export async function programOutput(
  command: string,
  args: readonly string[],
): Promise<string | undefined> {
  const run = promisify(execFile);
  return run(command, [...args]).then(
    ({ stdout }) => stdout.trim(),
    () => undefined,
  );
}
