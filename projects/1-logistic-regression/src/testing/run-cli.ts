import { runCommandLine } from "../command-line.ts";

/** Runs a command line in this process and gathers what it writes. */
export async function runCli(
  args: readonly string[],
  signal: AbortSignal = new AbortController().signal,
): Promise<{ code: number; out: string; err: string }> {
  const written = { out: "", err: "" };
  const code = await runCommandLine(args, {
    out: (text) => {
      written.out += text;
    },
    err: (text) => {
      written.err += text;
    },
    signal,
    isTerminal: false,
  });
  return { code, ...written };
}
