import { expect, test } from "vitest";
import { importedPackages } from "./imports.ts";

test("importedPackages(source) finds static, type-only, side-effect and dynamic imports", () => {
  const source = `
    import { readFileSync } from "node:fs";
    import * as np from "@ml-roadmap/ndarray";
    import type { A } from 'arquero';
    import "@ml-roadmap/testing/matchers";
    import {
      b,
    } from "fast-check";
    export { c } from "zod/mini";
    import { d } from "./d.ts";
    const e = await import("prettier");
  `;
  expect([...importedPackages(source)]).toEqual([
    "@ml-roadmap/ndarray",
    "arquero",
    "@ml-roadmap/testing",
    "fast-check",
    "zod",
    "prettier",
  ]);
});
