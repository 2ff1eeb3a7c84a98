import { describe, expect, test } from "vitest";
import { checkNode, checkMemory, checkCommand, checkDisk } from "./machine.ts";

describe("checkNode(version)", () => {
  test("wants 20.19 or newer", () => {
    expect(checkNode("24.1.0").state).toBe("ok");
    expect(checkNode("20.19.0").state).toBe("ok");
    expect(checkNode("20.18.3")).toEqual({
      name: "Node.js",
      state: "missing",
      found: "20.18.3",
      fix: "get 20.19 or newer at https://nodejs.org",
    });
    expect(checkNode("18.20.0").state).toBe("missing");
  });
});

describe("checkMemory(total, free)", () => {
  test("warns below what fine-tuning needs", () => {
    expect(checkMemory(8 * 1024 ** 3, 1024 ** 3)).toMatchObject({
      state: "ok",
      found: "8.0 GB, 1.0 GB free",
    });
    expect(checkMemory(2 * 1024 ** 3, 1024 ** 3).state).toBe("warning");
  });
});

describe("checkDisk(folder) and checkCommand(name, args, fix)", () => {
  test("say what was found, and how to get what was not", () => {
    expect(checkDisk(".").found).toMatch(/^\d+\.\d GB free$/);
    expect(checkCommand("node", ["--version"], "x")).toMatchObject({ state: "ok" });
    expect(checkCommand("no-such-command", [], "get it")).toMatchObject({
      state: "warning",
      found: "not found",
      fix: "get it",
    });
  });
});
