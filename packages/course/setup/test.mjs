// `npm test` and `npm run test:system`: every package and project through turbo, then one line of totals.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { ensureInstalled, pnpm, root } from "./install.mjs";

const usage = `npm test               the tests of every package and project
npm run test:system    those with real servers, browsers and whole trainings; what this machine lacks is skipped

Neither takes options. For one package or project, type npm test in its folder.`;

const system = process.argv.includes("--system");
const given = process.argv.slice(2).filter((argument) => argument !== "--system");
if (given.length > 0) {
  const isHelp = given.every((argument) => argument === "--help" || argument === "-h");
  if (isHelp) console.log(usage);
  else
    console.error(
      `npm ${system ? "run test:system" : "test"}: expected no options, found ${given.join(" ")}\n\n${usage}`,
    );
  process.exit(isHelp ? 0 : 2);
}

const task = system ? "test:system" : "test";
const report = system ? "system-results.json" : "test-results.json";

function members() {
  return ["packages", "projects"].flatMap((group) =>
    readdirSync(join(root, group))
      .map((name) => join(root, group, name))
      .filter((folder) => existsSync(join(folder, "package.json"))),
  );
}

ensureInstalled();
const withTask = members().filter(
  (folder) => JSON.parse(readFileSync(join(folder, "package.json"), "utf8")).scripts?.[task],
);
for (const folder of withTask) rmSync(join(folder, "dist", report), { force: true });
// From root, where it runs: on Windows the line goes through a shell, which takes blanks in a path for its end.
const turbo = "node_modules/turbo/bin/turbo";
// npx puts pnpm on the PATH, where turbo looks for it.
const result = spawnSync(
  "npx",
  [
    "-y",
    "-p",
    pnpm,
    "node",
    turbo,
    "run",
    task,
    "--continue=always",
    "--output-logs=new-only",
    "--concurrency=100%",
  ],
  {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit"],
    shell: process.platform === "win32",
    env: { ...process.env, TURBO_TELEMETRY_DISABLED: "1", TURBO_NO_UPDATE_NOTIFIER: "1" },
  },
);

const totals = { passed: 0, failed: 0, skipped: 0 };
for (const folder of withTask) {
  const file = join(folder, "dist", report);
  if (!existsSync(file)) {
    // No report means the build broke or the runner died: that is a failure, never silence.
    console.error(`${folder}: no ${report}, so its tests did not run to the end`);
    totals.failed += 1;
    continue;
  }
  const json = JSON.parse(readFileSync(file, "utf8"));
  const brokenFiles = json.testResults.filter(
    (suite) => suite.status === "failed" && suite.assertionResults.length === 0,
  ).length;
  totals.passed += json.numPassedTests;
  totals.failed += json.numFailedTests + brokenFiles;
  totals.skipped += json.numPendingTests + json.numTodoTests;
}
const failed = totals.failed > 0 || result.status !== 0;
if (failed && totals.failed === 0) totals.failed = 1;
console.log(
  `${totals.passed} passed, ${totals.failed} failed${totals.skipped ? `, ${totals.skipped} skipped` : ""}`,
);
process.exit(failed ? 1 : 0);
