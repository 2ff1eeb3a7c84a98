import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { findTypescript, parseDiagnostics } from "../check/types.ts";
import { compileStarter } from "../markers/compile.ts";
import { todoFile, todoSource } from "../markers/todo.ts";
import type { Phase } from "../phase/repository.ts";
import { compiledFiles } from "../starter/build.ts";
import { listFiles } from "../starter/file-tree.ts";
import type { Fault } from "./fault.ts";
import { makeSandbox } from "./sandbox.ts";

/** Compiling what is compiled changes nothing, and compiling again gives the same. */
export function checkStable(phase: Phase, compiled: ReadonlyMap<string, Buffer>): Fault[] {
  const again = compiledFiles(phase);
  const faults: Fault[] = [];
  for (const [path, content] of compiled) {
    const twice = Buffer.from(compileStarter(content.toString("utf8"), path));
    const isText = Buffer.from(content.toString("utf8")).equals(content);
    if (!again.get(path)?.equals(content) || (isText && !twice.equals(content))) {
      faults.push({ rule: "starter", message: `${path}: compiling it twice gives other bytes` });
    }
  }
  return faults;
}

/** What the type checker says of a version of the sources, and the API that it declares. */
interface Declared {
  readonly errors: readonly string[];
  readonly api: ReadonlyMap<string, string>;
}

/** Type-checks starter and reference, and compares what they export. */
export async function checkCompiler(
  root: string,
  phase: Phase,
  compiled: ReadonlyMap<string, Buffer>,
): Promise<Fault[]> {
  const [starter, reference] = await Promise.all([
    declare(root, phase, new Map([...compiled, [todoFile, Buffer.from(todoSource)]])),
    declare(root, phase, new Map()),
  ]);
  const faults: Fault[] = starter.errors.map((text) => ({
    rule: "starter",
    message: `the starter does not type-check: ${text}`,
  }));
  for (const text of reference.errors) {
    faults.push({ rule: "reference", message: `the reference does not type-check: ${text}` });
  }
  if (faults.length > 0) return faults;
  const paths = new Set([...starter.api.keys(), ...reference.api.keys()]);
  for (const path of [...paths].toSorted()) {
    const [learner, ours] = [starter.api.get(path), reference.api.get(path)];
    if (learner === ours) continue;
    const file = path.replace(/\.d\.ts$/, ".ts");
    faults.push({
      rule: "exports",
      message: `${file}: the starter declares ${firstDifference(learner, ours)}; write the types out, a Todo cannot infer them`,
    });
  }
  return faults;
}

function firstDifference(learner = "", ours = ""): string {
  const theirs = ours.split("\n");
  const index = learner.split("\n").findIndex((line, i) => line !== theirs[i]);
  const at = (text: string) => text.split("\n")[Math.max(0, index)]?.trim() || "nothing";
  return `"${at(learner)}" where the reference declares "${at(ours)}"`;
}

async function declare(
  root: string,
  phase: Phase,
  files: ReadonlyMap<string, Buffer>,
): Promise<Declared> {
  const tsc = findTypescript(root);
  if (tsc === undefined) throw new Error("typescript is not installed in the repository");
  const sandbox = makeSandbox(root, phase);
  try {
    for (const [path, content] of files) sandbox.write(path, content);
    const args = [tsc, "-p", ".", "--pretty", "false", "--declaration", "--emitDeclarationOnly"];
    const output = await run([...args, "--outDir", "declared"], sandbox.path);
    const errors = parseDiagnostics(output).map(
      ({ file, line, message }) => `${file}:${line}: ${message}`,
    );
    const declared = join(sandbox.path, "declared");
    const paths = existsSync(declared) ? listFiles(declared) : [];
    const api = new Map(
      paths
        .filter((path) => path.endsWith(".d.ts") && !path.includes(".test."))
        .filter((path) => path !== todoFile.replace(/\.ts$/, ".d.ts"))
        .map((path) => [path, readFileSync(join(declared, path), "utf8")]),
    );
    return { errors, api };
  } finally {
    sandbox.remove();
  }
}

async function run(args: readonly string[], cwd: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd, stdio: ["ignore", "pipe", "pipe"] });
    let text = "";
    child.stdout.on("data", (chunk: Buffer) => (text += chunk.toString("utf8")));
    child.stderr.on("data", (chunk: Buffer) => (text += chunk.toString("utf8")));
    child.on("error", reject);
    child.on("close", () => resolve(text));
  });
}
