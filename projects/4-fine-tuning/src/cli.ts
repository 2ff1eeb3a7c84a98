#!/usr/bin/env node
import { runCommandLine } from "./command-line.ts";

const stop = new AbortController();
// The first signal ends the step at hand and saves; a second one ends at once.
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stop.abort());

process.exitCode = await runCommandLine(process.argv.slice(2), stop.signal);
