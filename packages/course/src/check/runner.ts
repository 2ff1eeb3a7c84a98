import type { Reporter, TestCase, TestModule, TestRunResult } from "vitest/node";
import type { FromRunner, RunnerOptions, RunRequest, RunResult } from "./protocol.ts";
import { stripStyle } from "../terminal/style.ts";
import { rawError } from "./raw-error.ts";

/** Conditions that resolve workspace packages to their TypeScript, as the repository's own tests do. */
const sourceConditions = ["source", "node", "import", "module", "default"];

/** A warm test runner: the second run of the same files takes a tenth of a second. */
export interface Runner {
  readonly run: (request: RunRequest) => Promise<RunResult>;
  readonly close: () => Promise<void>;
}

/**
 * Starts vitest through its Node API. Tests run in threads, so that ending this process ends an
 * endless loop with it, on every system.
 */
export async function startRunner(
  { root, source }: RunnerOptions,
  report: (message: FromRunner) => void,
): Promise<Runner> {
  const { createVitest } = await import("vitest/node");
  let printed = "";
  const reporter: Reporter = {
    onUserConsoleLog(log) {
      // A flood of output is cut here, before it fills the memory.
      if (printed.length < 100_000) printed += stripStyle(log.content);
    },
    onTestCaseReady(test: TestCase) {
      report({ kind: "testing", name: testName(test) });
    },
  };
  const resolve = { conditions: sourceConditions };
  const fromSource = {
    resolve,
    ssr: { resolve: { ...resolve, externalConditions: sourceConditions } },
  };
  const vitest = await createVitest(
    "test",
    {
      root,
      config: false,
      watch: false,
      include: ["src/**/*.test.ts"],
      pool: "threads",
      testTimeout: 120_000,
      // A test that runs alone is told of in our own words (check-step.ts), in CI as well.
      allowOnly: true,
      reporters: [reporter],
      cache: false,
    },
    { ...(source ? fromSource : {}), logLevel: "silent", clearScreen: false },
  );
  return {
    async run({ pattern, files, changed }) {
      printed = "";
      for (const file of changed) vitest.invalidateFile(file.replaceAll("\\", "/"));
      if (pattern === null) vitest.resetGlobalTestNamePattern();
      else vitest.setGlobalTestNamePattern(new RegExp(pattern));
      const all = await vitest.globTestSpecifications();
      const wanted = files && new Set(files.map((file) => file.replaceAll("\\", "/")));
      const chosen = wanted ? all.filter(({ moduleId }) => wanted.has(moduleId)) : all;
      if (chosen.length === 0) return { tests: [], broken: [], unhandled: [], printed };
      return { ...outcome(await vitest.runTestSpecifications(chosen), pattern, root), printed };
    },
    close: () => vitest.close(),
  };
}

/** A test's name with its groups' before it, joined by blanks, as name patterns see it. */
function testName(test: TestCase): string {
  const names = [test.name];
  let parent = test.parent;
  while (parent.type === "suite") {
    names.unshift(parent.name);
    parent = parent.parent;
  }
  return names.join(" ");
}

function outcome(
  { testModules, unhandledErrors }: TestRunResult,
  pattern: string | null,
  root: string,
): Omit<RunResult, "printed"> {
  const wanted = new RegExp(pattern ?? "^");
  // Of the file, and of what its groups set up.
  const errorsOf = (module: TestModule) =>
    [module, ...module.children.allSuites()]
      .flatMap((part) => part.errors())
      .map((error) => rawError(error, root));
  return {
    tests: testModules.flatMap((module) =>
      [...module.children.allTests()]
        .filter((test) => wanted.test(testName(test)))
        .map((test) => testOutcome(test, root)),
    ),
    broken: testModules
      .map((module) => ({ file: module.moduleId, errors: errorsOf(module) }))
      .filter(({ errors }) => errors.length > 0),
    unhandled: unhandledErrors.map((error) => rawError(error, root)),
  };
}

function testOutcome(test: TestCase, root: string): RunResult["tests"][number] {
  const { state, errors } = test.result();
  return {
    file: test.module.moduleId,
    name: testName(test),
    state: state === "pending" ? "skipped" : state,
    duration: test.diagnostic()?.duration ?? 0,
    errors: (errors ?? []).map((error) => rawError(error, root)),
  };
}
