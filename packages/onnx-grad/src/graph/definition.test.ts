import { expect, test } from "vitest";
import { definitions } from "../rules/definitions.ts";
import type { Definitions } from "./definition.ts";

test("a primitive without a definition does not compile", () => {
  const { Tanh: _, ...others } = definitions;
  // @ts-expect-error Property 'Tanh' is missing
  const incomplete: Definitions = others;
  expect(Object.keys(incomplete)).not.toContain("Tanh");
});

test("a definition without a derivative does not compile", () => {
  const { vjp: _, ...rest } = definitions.Tanh;
  // @ts-expect-error Property 'vjp' is missing
  const incomplete: Definitions["Tanh"] = rest;
  expect(incomplete.vjp).toBeUndefined();
});
