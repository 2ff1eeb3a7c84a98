import { describe, expect, test } from "vitest";
import { fileHash, makeManifest } from "../starter/manifest.ts";
import { planUpdate } from "./plan.ts";

const bytes = (files: Record<string, string>) =>
  new Map(Object.entries(files).map(([path, text]) => [path, Buffer.from(text)]));

/** What an update does, given what was shipped, what is shipped now, and what the learner has. */
function plan(
  before: Record<string, string>,
  now: Record<string, string>,
  disk: Record<string, string>,
) {
  const shipped = makeManifest(1, null, bytes(before));
  const hashes = new Map([...bytes(disk)].map(([path, content]) => [path, fileHash(content)]));
  return Object.fromEntries(
    planUpdate(shipped, bytes(now), (path) => hashes.get(path)).map(({ path, action }) => [
      path,
      action,
    ]),
  );
}

describe("planUpdate(shipped, edition, onDisk)", () => {
  test("replaces what is as it was shipped, adds what is new, removes what is gone", () => {
    const before = { same: "1", test: "1", gone: "1" };
    const now = { same: "1", test: "2", fresh: "1" };
    expect(plan(before, now, before)).toEqual({ test: "replace", fresh: "add", gone: "remove" });
  });

  test("keeps what the learner changed, whether or not there is news", () => {
    const disk = { code: "mine", note: "mine" };
    expect(plan({ code: "1", note: "1" }, { code: "2", note: "1" }, disk)).toEqual({
      code: "keep",
    });
  });

  test("keeps a learner's own file that a new one would cover", () => {
    expect(plan({}, { extra: "1" }, { extra: "mine" })).toEqual({ extra: "keep" });
  });

  test("leaves deleted what the learner deleted", () => {
    expect(plan({ a: "1", b: "1" }, { a: "1", b: "2" }, {})).toEqual({ b: "keep" });
  });

  test("leaves alone what the learner changed and we no longer ship", () => {
    expect(plan({ a: "1" }, {}, { a: "mine" })).toEqual({});
  });

  test("does nothing where the learner already has the new version", () => {
    expect(plan({ a: "1" }, { a: "2" }, { a: "2" })).toEqual({});
  });
});
