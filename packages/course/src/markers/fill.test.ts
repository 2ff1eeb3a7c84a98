import { describe, expect, test } from "vitest";
import { fillRegions } from "./fill.ts";

const starter = `a
  //#region step 1.2 f
  throw new Todo("1.2 f");

  //#endregion
b
  //#region step 1.3 g
  mine();
  //#endregion
`;

describe("fillRegions(text, file, bodies)", () => {
  test("replaces one region's body and keeps everything else", () => {
    const filled = fillRegions(starter, "src/a.ts", new Map([["1.2 f", ["  return 1;"]]]));
    expect(filled).toBe(starter.replace('  throw new Todo("1.2 f");\n\n', "  return 1;\n"));
  });

  test("throws when the markers are gone, and says which are there", () => {
    expect(() => fillRegions(starter, "src/a.ts", new Map([["1.4 h", []]]))).toThrow(
      'src/a.ts: no region "1.4 h"; it has "1.2 f", "1.3 g"',
    );
  });
});
