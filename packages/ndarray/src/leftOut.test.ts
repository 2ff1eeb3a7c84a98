import { expect, it } from "vitest";
import { UnsupportedError } from "./core/errors.ts";
import * as leftOut from "./leftOut.ts";
import { lexsort } from "./index.ts";

it.each(Object.entries(leftOut))(
  "%s() throws by name and says what to do instead",
  (name, call) => {
    expect(call).toThrow(UnsupportedError);
    expect(call).toThrow(new RegExp(`^${name}: not part of this package; \\w+`));
  },
);

it("index.ts exports the functions that throw, so that a NumPy name is never just undefined", () => {
  expect(() => lexsort()).toThrow(
    "lexsort: not part of this package; use argsort from the last key",
  );
});
