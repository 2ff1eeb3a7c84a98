import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** What the type checker says about one place. */
export interface Diagnostic {
  /** From the project's top folder, with `/`. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

const diagnosticLine = /^(.+?)\((\d+),(\d+)\): error (TS\d+: .*)$/;

/** The project's own TypeScript, or undefined where it is not installed. */
export function findTypescript(root: string): string | undefined {
  try {
    const manifest = createRequire(join(root, "package.json")).resolve("typescript/package.json");
    return join(dirname(manifest), "bin", "tsc");
  } catch {
    return undefined;
  }
}

/** Runs the type checker over a project; it writes nothing. */
export async function checkTypes(root: string): Promise<Diagnostic[]> {
  const tsc = findTypescript(root);
  if (tsc === undefined) return [];
  const output = await new Promise<string>((resolve, reject) => {
    const args = [tsc, "--noEmit", "--pretty", "false", "-p", "tsconfig.json"];
    const child = spawn(process.execPath, args, { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
    let text = "";
    child.stdout.on("data", (chunk: Buffer) => (text += chunk.toString("utf8")));
    child.stderr.on("data", (chunk: Buffer) => (text += chunk.toString("utf8")));
    child.on("error", reject);
    child.on("close", () => resolve(text));
  });
  return parseDiagnostics(output);
}

/** Reads the compiler's plain output; lines that continue a message are left out. */
export function parseDiagnostics(output: string): Diagnostic[] {
  return output.split(/\r?\n/).flatMap((line) => {
    const match = diagnosticLine.exec(line);
    if (!match) return [];
    const [, file, row, column, message] = match;
    return [
      {
        file: file.replaceAll("\\", "/"),
        line: Number(row),
        column: Number(column),
        message,
      },
    ];
  });
}
