import { createInterface } from "node:readline/promises";
import type { Context } from "./context.ts";

/** Asks a yes-or-no question; where nobody sits, the answer is no. */
export async function confirm(context: Context, question: string): Promise<boolean> {
  if (!context.terminal.interactive) return false;
  const reader = createInterface({ input: process.stdin, output: process.stdout });
  try {
    const answer = await reader.question(`${question} [y/N] `, { signal: context.signal });
    return /^y(es)?$/i.test(answer.trim());
  } finally {
    reader.close();
  }
}
