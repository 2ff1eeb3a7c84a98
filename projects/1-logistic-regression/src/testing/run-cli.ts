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

/** As runCli, for a command that must succeed: throws what it wrote to standard error otherwise. */
export async function runOk(args: readonly string[]): Promise<{ out: string; err: string }> {
  const { code, out, err } = await runCli(args);
  if (code !== 0) throw new Error(`exit code ${code}: ${err}`);
  return { out, err };
}
