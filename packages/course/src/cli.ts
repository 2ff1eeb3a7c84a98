#!/usr/bin/env node
import { main } from "./main.ts";

// A reader that has seen enough (`roadmap list | head`) closes the pipe: that is no fault.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});

process.exitCode = await main(process.argv);
