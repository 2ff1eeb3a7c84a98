import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { definitions } from "./rules/definitions.ts";
import { opCases } from "./testing/op-cases.ts";
import { directionalSlopes, gradientSession, relativeError } from "./testing/op-session.ts";
import type { OpFixture } from "./testing/op-session.ts";

const fixtures: Record<string, OpFixture> = JSON.parse(
  readFileSync(new URL("../fixtures/ops.json", import.meta.url), "utf8"),
);

test("every fixture has a graph and every graph a fixture", () => {
  expect(Object.keys(opCases).sort()).toEqual(Object.keys(fixtures).sort());
});

const seen = new Set<string>();
/** Where equal elements share a gradient, or the slope has a step, differences mean nothing. */
const withoutSlope = new Set(["maximum of equals", "max of equals"]);

describe("gradients(loss, inputs) agree with PyTorch", () => {
  for (const [name, fixture] of Object.entries(fixtures)) {
    test(`${name}: value and gradients within 1e-5, and as central differences have it`, async () => {
      const session = await gradientSession(opCases[name], fixture);
      for (const op of session.forwardOps) seen.add(op);
      const { output, gradients } = await session.run(fixture.inputs);
      expect(relativeError(output, fixture.output.data)).toBeLessThan(1e-5);
      expect(Object.keys(gradients)).toEqual(Object.keys(fixture.gradients));
      for (const [input, { data }] of Object.entries(fixture.gradients)) {
        expect(relativeError(gradients[input], data)).toBeLessThan(1e-5);
      }
      if (!withoutSlope.has(name)) {
        for (const { slope, expected, scale } of await directionalSlopes(session, fixture)) {
          expect(Math.abs(slope - expected)).toBeLessThan(1e-3 * scale);
        }
      }
      await session.release();
    });
  }

  test("every operator with a derivative was tried", () => {
    const derivable = Object.entries(definitions).filter(([, { vjp }]) => vjp !== "zero");
    expect(derivable.map(([op]) => op).filter((op) => !seen.has(op))).toEqual([]);
  });
});
