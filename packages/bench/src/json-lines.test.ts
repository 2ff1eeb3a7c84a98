import { afterEach, describe, expect, it } from "vitest";
import { JsonLines } from "./json-lines.ts";
import { Processes } from "./processes.ts";

const processes = new Processes();
afterEach(() => processes.killAll());

const ready = 'console.log(JSON.stringify({ ready: true, versions: { x: "1" } }));';
const onLine = (body: string) =>
  `${ready} require("readline").createInterface({ input: process.stdin }).on("line", (line) => { ${body} });`;
const start = (code: string, timeoutSeconds = 10) =>
  JsonLines.start(processes, {
    name: "peer",
    command: process.execPath,
    args: ["-e", code],
    timeoutSeconds,
  });

describe("JsonLines", () => {
  it("start(processes, options) waits for the first line; request(message) answers line by line", async () => {
    const { process, hello } = await start(onLine("console.log(line)"));
    expect(hello).toEqual({ ready: true, versions: { x: "1" } });
    expect(await process.request({ a: 1 })).toEqual({ a: 1 });
    expect(await process.request({ b: 2 })).toEqual({ b: 2 });
    expect(process.ended).toBe(false);
  });

  it("request(message) rejects an error answer and can go on", async () => {
    const { process } = await start(
      onLine('console.log(line.includes("bad") ? JSON.stringify({ error: "no case bad" }) : line)'),
    );
    await expect(process.request({ case: "bad" })).rejects.toThrow("peer: no case bad");
    expect(await process.request({ case: "good" })).toEqual({ case: "good" });
  });

  it("request(message) to a child that crashes says the exit code and its last words", async () => {
    const { process } = await start(onLine('console.error("out of luck"); process.exit(3);'));
    await expect(process.request({})).rejects.toThrow(
      "peer ended with exit code 3; it said:\nout of luck",
    );
    expect(process.ended).toBe(true);
    await expect(process.request({})).rejects.toThrow("peer ended with exit code 3");
  });

  it("request(message) to a child that hangs times out and ends it", async () => {
    const { process } = await start(onLine("while (true);"), 3);
    await expect(process.request({})).rejects.toThrow("peer did not answer within 3 s");
    expect(process.ended).toBe(true);
  });

  it("request(message) to a child that writes something else says what", async () => {
    const { process } = await start(onLine('console.log("Loading model...")'));
    await expect(process.request({})).rejects.toThrow(
      "wrote a line that is no JSON object: Loading model...",
    );
    await expect(start("console.log(42)")).rejects.toThrow("no JSON object: 42");
  });

  it("start(processes, options) of what cannot start, dies or stays silent says so", async () => {
    const options = { name: "peer", command: "/no/such/binary", args: [], timeoutSeconds: 10 };
    await expect(JsonLines.start(processes, options)).rejects.toThrow("peer could not be started");
    await expect(start('throw new Error("no numpy")')).rejects.toThrow(/exit code 1.*no numpy/s);
    await expect(start("setInterval(() => {}, 1000)", 0.5)).rejects.toThrow(
      "did not get ready within 0.5 s",
    );
  });
});
