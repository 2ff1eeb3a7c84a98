import { describe, expect, test } from "vitest";
import { compileStarter } from "./compile.ts";

const withImports = `import * as np from "@ml-roadmap/ndarray";
import {
  a,
  b,
} from "./helpers.ts";

/** One over one plus e to the minus z. */
export function sigmoid(z: number): number {
  //#region solution 1.2 sigmoid, "stable"
  const e = Math.exp(-Math.abs(z));
  return z >= 0 ? 1 / (1 + e) : e / (1 + e);
  //#endregion
}
`;

describe("compileStarter(text, file)", () => {
  test("empties the region, imports Todo in a blank line's place and keeps every line's number", () => {
    const starter = compileStarter(withImports, "src/sigmoid.ts");
    expect(starter).toBe(`import * as np from "@ml-roadmap/ndarray";
import {
  a,
  b,
} from "./helpers.ts";
import { Todo } from "./todo.ts";
/** One over one plus e to the minus z. */
export function sigmoid(z: number): number {
  //#region step 1.2 sigmoid, "stable"
  throw new Todo("1.2 sigmoid, \\"stable\\"");

  //#endregion
}
`);
    expect(starter.split("\n")).toHaveLength(withImports.split("\n").length);
  });

  test("takes the import's lines from the first region where there is no import", () => {
    const text = `// A file.
export function f(): number {
  //#region solution 1.1 f
  const a = 1;
  const b = 2;
  return a + b;
  //#endregion
}
export const last = 8;
`;
    const starter = compileStarter(text, "src/deep/f.ts");
    expect(starter).toBe(`import { Todo } from "../todo.ts";

// A file.
export function f(): number {
  //#region step 1.1 f
  throw new Todo("1.1 f");
  //#endregion
}
export const last = 8;
`);
  });

  test("compiles twice to the same bytes", () => {
    const once = compileStarter(withImports, "src/sigmoid.ts");
    expect(compileStarter(once, "src/sigmoid.ts")).toBe(once);
  });

  test("keeps CRLF", () => {
    const starter = compileStarter(withImports.replaceAll("\n", "\r\n"), "src/sigmoid.ts");
    expect(starter.replaceAll("\r\n", "")).not.toContain("\n");
  });

  test("writes a comment into a Dockerfile and YAML, and imports nothing", () => {
    const text = "jobs:\n  # region solution 3.8 the job\n  a: 1\n  b: 2\n  # endregion\nend: 1\n";
    expect(compileStarter(text, "ci.yml")).toBe(
      "jobs:\n  # region step 3.8 the job\n  # Todo: 3.8 the job\n\n  # endregion\nend: 1\n",
    );
  });

  test("leaves a file without regions as it is", () => {
    expect(compileStarter("export const a = 1;\n", "src/a.ts")).toBe("export const a = 1;\n");
  });

  test("throws when a reference mixes solutions with learner's markers", () => {
    const text =
      "//#region step 1.1 a\nx\n//#endregion\n//#region solution 1.2 b\ny\n//#endregion\n";
    expect(() => compileStarter(text, "src/a.ts")).toThrow(
      "src/a.ts:1: a reference file marks solutions, not steps",
    );
  });
});
