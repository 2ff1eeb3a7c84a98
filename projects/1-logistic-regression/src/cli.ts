#!/usr/bin/env node
import process from "node:process";
import { runCommandLine } from "./command-line.ts";

const controller = new AbortController();
// The first Ctrl-C lets the step at hand finish and writes nothing; a second one ends at once.
process.once("SIGINT", () => controller.abort());

// A reader such as `head` may have had enough; what goes to files is still to be written.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

process.exitCode = await runCommandLine(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  signal: controller.signal,
  isTerminal: process.stderr.isTTY,
});
