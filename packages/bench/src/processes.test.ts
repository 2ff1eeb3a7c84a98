import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { Processes } from "./processes.ts";

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

async function gone(pid: number) {
  for (let i = 0; i < 100 && alive(pid); i++) await sleep(50);
  return !alive(pid);
}

describe("Processes", () => {
  it("killAll() ends a child and the child's child", async () => {
    const processes = new Processes();
    const code = `
      const child = require("child_process").spawn(process.execPath, ["-e", "setInterval(() => {}, 1e3)"]);
      console.log(child.pid);
      setInterval(() => {}, 1e3);`;
    const child = processes.spawn(process.execPath, ["-e", code]);
    const [data]: Buffer[] = await once(child.stdout!, "data");
    const grandchild = Number(data);
    expect([alive(child.pid!), alive(grandchild)]).toEqual([true, true]);
    processes.killAll();
    expect([await gone(child.pid!), await gone(grandchild)]).toEqual([true, true]);
  });

  it("share(key, make) makes once for a key until forget(key)", async () => {
    const processes = new Processes();
    let made = 0;
    const make = async () => ++made;
    expect([await processes.share("a", make), await processes.share("a", make)]).toEqual([1, 1]);
    expect(await processes.share("b", make)).toBe(2);
    processes.forget("a");
    expect(await processes.share("a", make)).toBe(3);
  });
});
