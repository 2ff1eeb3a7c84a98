import { createInterface } from "node:readline/promises";
import { InterruptedError } from "../exit-codes.ts";
import type { Context } from "./context.ts";

/** Asks a yes-or-no question; where nobody sits, the answer is no. */
export async function confirm(context: Context, question: string): Promise<boolean> {
  if (!context.terminal.interactive) return false;
  const reader = createInterface({ input: process.stdin, output: process.stdout });
  try {
    const answer = await reader.question(`${question} [y/N] `, { signal: context.signal });
    return /^y(es)?$/i.test(answer.trim());
  } catch (error) {
    // Ctrl-C, which is not told as a signal while a question is open, or the end of the input.
    if (!(error instanceof Error) || error.name !== "AbortError") throw error;
    if (/Ctrl\+C/.test(error.message)) throw new InterruptedError();
    return false;
  } finally {
    reader.close();
  }
}
