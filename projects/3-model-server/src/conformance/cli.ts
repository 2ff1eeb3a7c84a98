#!/usr/bin/env node
import { conformanceCases } from "./cases.ts";
import { rawClient } from "./client.ts";

const [url, ...models] = process.argv.slice(2);
if (url === undefined || models.length === 0) {
  console.error(
    "Checks a server against the Open Inference Protocol V2.\n\n  conformance URL MODEL...",
  );
  process.exit(2);
}

let failed = 0;
const cases = await conformanceCases(rawClient(url), models);
for (const { name, run } of cases) {
  try {
    await run();
  } catch (error) {
    failed += 1;
    console.log(`${name}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
console.log(`${cases.length - failed} of ${cases.length} cases hold`);
process.exitCode = failed === 0 ? 0 : 1;
