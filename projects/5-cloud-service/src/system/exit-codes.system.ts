import { describe, expect, test } from "vitest";
import { missing, Programs } from "./programs.ts";

const reason = missing();
const title = reason ? `exit codes (skipped: ${reason})` : "exit codes";

describe.skipIf(reason !== undefined)(title, () => {
  test.each<[string, string[]]>([
    ["an option that is missing", ["gate", "challenger"]],
    ["an option that there is not", ["canary", "--adminport", "1"]],
    [
      "alarms that nobody can read",
      ["canary", "--admin-port", "1", "--prometheus", "http://[::1]:1"],
    ],
  ])("of %s is 2, because 1 is a verdict", async (_, args) => {
    await using programs = new Programs();
    expect((await programs.run(args)).code).toBe(2);
  });

  test("of help is 0", async () => {
    await using programs = new Programs();
    expect((await programs.run(["gate", "--help"])).code).toBe(0);
  });
});
