import { afterEach, expect, it, vi } from "vitest";
import { findPython } from "./find-python.ts";

afterEach(() => vi.unstubAllEnvs());

it("findPython(modules) finds none with a module that does not exist", () => {
  expect(findPython(["no_such_module_at_all"])).toBeUndefined();
});

it("findPython(modules) asks only the Python that ML_ROADMAP_PYTHON names", () => {
  vi.stubEnv("ML_ROADMAP_PYTHON", "/no/such/python");
  expect(findPython([])).toBeUndefined();
});

it.skipIf(findPython([]) === undefined)("findPython(modules) finds one with what it has", () => {
  expect(findPython(["json", "os"])).toBe(findPython([]));
});
