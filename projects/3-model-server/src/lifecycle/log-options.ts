import { writeSync } from "node:fs";
import type { Config } from "../config/settings.ts";
import { LineBuffer } from "./line-buffer.ts";

const STANDARD_OUTPUT = 1;

let ending = false;
process.once("exit", () => {
  ending = true;
});

/** A pipe may be full: the stream waits for it, which a process that ends cannot. */
function writeOut(text: string): void {
  if (!ending) return void process.stdout.write(text);
  try {
    writeSync(STANDARD_OUTPUT, text);
  } catch {
    // Nobody reads the log any more.
  }
}

const standardOutput = new LineBuffer(writeOut);

/** JSON lines on standard output; what may identify or authorise a caller is never written. */
export function logOptions(level: Config["LOG_LEVEL"]) {
  return {
    level,
    stream: standardOutput,
    redact: {
      paths: [
        "req.headers.authorization",
        'req.headers["x-api-key"]',
        "headers.authorization",
        'headers["x-api-key"]',
        "headers.cookie",
      ],
      censor: "[redacted]",
    },
  };
}
