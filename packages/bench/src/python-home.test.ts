import { expect, it } from "vitest";
import { findPython } from "./find-python.ts";
import { pythonHome } from "./python-home.ts";

const python = findPython([]);

it.skipIf(python === undefined)("pythonHome(path) finds out the version", () => {
  const home = pythonHome(python!);
  expect(home.path).toBe(python);
  expect(home.label).toMatch(/^python 3\.\d+\.\d+$/);
  expect(home.env).toEqual({});
});

it.skipIf(python === undefined)("pythonHome(text) reads variables before the path", () => {
  expect(pythonHome(`OMP_NUM_THREADS=2 OPENBLAS_CORETYPE= ${python}`)).toMatchObject({
    path: python,
    env: { OMP_NUM_THREADS: "2", OPENBLAS_CORETYPE: undefined },
  });
});

it("pythonHome(path) says what it did not find", () => {
  expect(() => pythonHome("A=1 /no/such python")).toThrow(
    '--python: found no Python at /no/such python; give the path of its binary, after variables it needs: --python "NAME=value path"',
  );
});
