#!/usr/bin/env node
import { join } from "node:path";
import { main } from "./main.ts";
import { packageRoot } from "./package-root.ts";

await main(process.argv.slice(2), join(packageRoot(import.meta.url), "..", ".."));
