import { describe, expect, test } from "vitest";
import { rollbackTarget } from "./rollback-target.ts";

/** `1 2 <1` is: 1 and 2 promoted, then rolled back to 1. */
const history = (text: string) =>
  text
    .split(" ")
    .filter(Boolean)
    .map((entry, i) => ({
      number: i + 1,
      kind: entry.startsWith("<") ? ("rollback" as const) : ("promote" as const),
      version: entry.replace("<", ""),
    }));

describe("5.2 rollbackTarget", () => {
  test.each([
    ["1 2", "1"],
    ["1 2 3", "2"],
    ["1 3 2", "3"],
  ])("of %s is the version before: %s", (text, version) => {
    expect(rollbackTarget(history(text))?.version).toBe(version);
  });

  test("goes on backward when it is done twice, and does not swing back to what was withdrawn", () => {
    expect(rollbackTarget(history("1 2 3 <2"))?.version).toBe("1");
    expect(rollbackTarget(history("1 2 3 <2 4"))?.version).toBe("2");
    expect(rollbackTarget(history("1 2 <1 3"))?.version).toBe("1");
  });

  test("is undefined where there is nothing to go back to", () => {
    for (const text of ["", "1", "1 1", "1 2 <1", "1 2 3 <2 <1"]) {
      expect(rollbackTarget(history(text))).toBeUndefined();
    }
  });

  test("passes over the version that serves, promoted however often", () => {
    expect(rollbackTarget(history("1 2 2"))?.version).toBe("1");
    expect(rollbackTarget(history("2 1 2"))?.version).toBe("1");
  });

  test("forgives a withdrawn version that is promoted anew", () => {
    expect(rollbackTarget(history("1 2 <1 2 3"))?.version).toBe("2");
    expect(rollbackTarget(history("1 2 <1 2"))?.version).toBe("1");
  });

  test("gives the newest record of that version", () => {
    expect(rollbackTarget(history("1 2 <1 3"))).toMatchObject({ number: 3, kind: "rollback" });
    expect(rollbackTarget(history("1 2 1 3"))).toMatchObject({ number: 3, version: "1" });
  });

  test("leaves the history as it is", () => {
    const records = history("1 2 <1 3");
    rollbackTarget(records);
    expect(records).toEqual(history("1 2 <1 3"));
  });
});
