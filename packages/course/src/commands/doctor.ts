import { createRequire } from "node:module";
import { join } from "node:path";
import { checkData } from "../doctor/data.ts";
import { checkDocker } from "../doctor/docker.ts";
import type { Finding } from "../doctor/finding.ts";
import { checkCommand, checkDisk, checkMemory, checkNode } from "../doctor/machine.ts";
import { exitCodes, type ExitCode } from "../exit-codes.ts";
import { findLearnerFolder, openLearnerFolder } from "../learner/folder.ts";
import { loadPhases } from "../phase/repository.ts";
import { facts, heading } from "../views/page.ts";
import { padEnd } from "../terminal/layout.ts";
import type { Context } from "./context.ts";

/** `roadmap doctor`: what this machine has, what is missing, how to get it. */
export async function doctor(context: Context): Promise<ExitCode> {
  const { terminal, cwd, repository } = context;
  const { style } = terminal;
  const here = findLearnerFolder(cwd);
  const root = here ?? cwd;
  const datasets =
    here === undefined
      ? (repository === undefined ? [] : loadPhases(repository)).flatMap(({ folder, data }) =>
          data.map((name) => ({ folder, name })),
        )
      : openLearnerFolder(here).phase.data.map((name) => ({ folder: here, name }));
  const data = await Promise.all(datasets.map(({ folder, name }) => checkData(folder, [name])));
  const findings: Finding[] = [
    checkNode(),
    checkMemory(),
    checkDisk(cwd),
    checkCommand("npm", ["--version"], "it comes with Node.js: https://nodejs.org"),
    checkCommand("git", ["--version"], "get it at https://git-scm.com"),
    checkDocker(),
    ...(here === undefined ? [] : [checkPackages(root)]),
    ...data.flat(),
  ];
  for (const line of heading(terminal, "Doctor", `${process.platform} ${process.arch}`)) {
    terminal.print(line);
  }
  const marks = {
    ok: style.green(style.symbols.pass),
    warning: style.yellow("!"),
    missing: style.red(style.symbols.fail),
  };
  const width = Math.max(...findings.map(({ name }) => name.length));
  for (const { name, state, found, fix } of findings) {
    const value = fix === undefined ? found : `${found}; ${fix}`;
    const [first, ...rest] = facts(terminal, [[padEnd(name, width), value]], "");
    terminal.print(`${marks[state]} ${first}`);
    for (const line of rest) terminal.print(`  ${line}`);
  }
  const missing = findings.filter(({ state }) => state === "missing");
  terminal.print();
  terminal.print(
    missing.length === 0
      ? `  Ready: ${context.say(here === undefined ? "start 1" : "check")}`
      : `  Not ready: ${missing.map(({ name }) => name).join(", ")}`,
  );
  terminal.printJson({ findings });
  return missing.length === 0 ? exitCodes.ok : exitCodes.environment;
}

function checkPackages(root: string): Finding {
  const name = "packages";
  try {
    createRequire(join(root, "package.json")).resolve("vitest/package.json");
    return { name, state: "ok", found: "installed" };
  } catch {
    return {
      name,
      state: "missing",
      found: "not installed",
      fix: "npm install (or: pnpm install)",
    };
  }
}
