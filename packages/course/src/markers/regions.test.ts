import { describe, expect, test } from "vitest";
import { parseRegions } from "./regions.ts";

const source = [
  "export function sigmoid(z: number): number {",
  "  //#region solution 1.2 sigmoid, stable for large |z|",
  "  return 1 / (1 + Math.exp(-z));",
  "  //#endregion",
  "}",
].join("\n");

describe("parseRegions(text, file)", () => {
  test("finds a TypeScript region with its step, title, place and body", () => {
    expect(parseRegions(source, "src/sigmoid.ts")).toEqual([
      {
        kind: "solution",
        step: "1.2",
        title: "sigmoid, stable for large |z|",
        start: 1,
        end: 3,
        indent: "  ",
        body: ["  return 1 / (1 + Math.exp(-z));"],
      },
    ]);
  });

  test.each(["Dockerfile", "docker/Dockerfile.server", "compose.yaml", ".github/ci.yml"])(
    "finds hash-comment regions in %s",
    (file) => {
      const text = "a\n# region solution 3.7 runtime stage\nFROM x\n# endregion\n";
      expect(parseRegions(text, file)).toMatchObject([{ step: "3.7", title: "runtime stage" }]);
    },
  );

  test("finds the learner's step regions as well", () => {
    const text = source.replace("region solution", "region step");
    expect(parseRegions(text, "src/sigmoid.ts")).toMatchObject([{ kind: "step", step: "1.2" }]);
  });

  test("reads CRLF files", () => {
    const [region] = parseRegions(source.replaceAll("\n", "\r\n"), "src/sigmoid.ts");
    expect(region?.body).toEqual(["  return 1 / (1 + Math.exp(-z));"]);
  });

  test("finds nothing in a file that cannot hold regions", () => {
    expect(parseRegions("# a heading\n## region of interest\n", "README.md")).toEqual([]);
  });

  const wrong: [string, string, string][] = [
    ["an unknown keyword", "//#region answer 1.2 x\na\n//#endregion", ":1: unknown marker"],
    ["a space before the hash", "// #region solution 1.2 x\na\n//#endregion", ":1: unknown marker"],
    ["a missing hash", "//region solution 1.2 x\na\n//#endregion", ":1: unknown marker"],
    ["a missing title", "//#region solution 1.2\na\n//#endregion", ":1: unknown marker"],
    ["a missing id", "//#region solution sigmoid\na\n//#endregion", ":1: unknown marker"],
    ["text after endregion", "//#region solution 1.2 x\na\n//#endregion x", ":3: unknown marker"],
    [
      "nesting",
      "//#region solution 1.2 x\n//#region solution 1.3 y\na\n//#endregion\n//#endregion",
      ":2: this region opens inside the one of line 1",
    ],
    ["no end", "b\n//#region solution 1.2 x\na", ":2: this region is never closed"],
    ["no beginning", "b\n//#endregion", ":2: endregion without a region"],
    [
      "a duplicate",
      "//#region solution 1.2 x\na\n//#endregion\n//#region solution 1.2 x\na\n//#endregion",
      ':4: duplicate region "1.2 x"; line 1 has the same name',
    ],
    ["no body", "//#region solution 1.2 x\n//#endregion", ":1: this region is empty"],
    [
      "only comments",
      "//#region solution 1.2 x\n\n// later\n//#endregion",
      ":1: this region is empty",
    ],
  ];
  test.each(wrong)("throws on %s, with file and line", (_, text, message) => {
    expect(() => parseRegions(text, "src/a.ts")).toThrow(`src/a.ts${message}`);
  });

  test("throws on a solution in a file that cannot hold one", () => {
    expect(() => parseRegions("x\n#region solution 1.2 x\n", "data.json")).toThrow(
      "data.json:2: this kind of file cannot hold regions",
    );
  });
});
