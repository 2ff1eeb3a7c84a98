import { request } from "node:http";
import { afterEach, describe, expect, test } from "vitest";
import { startLivePage, type LivePage } from "./server.ts";

let page: LivePage | undefined;
afterEach(async () => page?.close());

/** Reads an event stream until it holds `count` events. */
async function events(url: string, count: number): Promise<string[]> {
  const response = await fetch(`${url}events`);
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  while (text.split("\n\n").length <= count) {
    const { value, done } = await reader.read();
    if (done) break;
    text += value;
  }
  await reader.cancel();
  return text.split("\n\n").filter((event) => event !== "");
}

describe("startLivePage(title, port)", () => {
  test("serves one page on loopback that names no other address", async () => {
    page = await startLivePage("a <b>", 0);
    expect(page.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
    const response = await fetch(page.url);
    const html = await response.text();
    expect(response.headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(html).toContain("<h1>a &lt;b></h1>");
    expect(html).not.toMatch(/https?:/);
    expect(html).toContain("prefers-color-scheme: dark");
  });

  test("sends what happened before to a page that opens later, then what comes", async () => {
    page = await startLivePage("t", 0);
    page.send("step", { step: 1, loss: 2.3 });
    const first = events(page.url, 2);
    await new Promise((resolve) => setTimeout(resolve, 100));
    page.send("epoch", { epoch: 1 });
    expect(await first).toEqual([
      'event: step\ndata: {"step":1,"loss":2.3}',
      'event: epoch\ndata: {"epoch":1}',
    ]);
  });

  test("keeps its memory bounded, and every epoch", async () => {
    page = await startLivePage("t", 0);
    page.send("epoch", { epoch: 1 });
    for (let step = 1; step <= 20_000; step++) page.send("step", { step });
    const received = await events(page.url, 100);
    expect(received[0]).toContain("epoch");
    expect(received.length).toBeLessThanOrEqual(4001);
  });

  test("refuses other addresses, methods and names, and a port that is taken", async () => {
    page = await startLivePage("t", 0);
    const { url } = page;
    expect((await fetch(`${url}secret`)).status).toBe(404);
    expect((await fetch(url, { method: "POST" })).status).toBe(405);
    const status = await new Promise<number | undefined>((resolve, reject) => {
      request(url, { headers: { host: "evil.example" } }, (response) => {
        response.resume();
        resolve(response.statusCode);
      })
        .on("error", reject)
        .end();
    });
    expect(status).toBe(403);
    const { port } = new URL(url);
    await expect(startLivePage("t", Number(port))).rejects.toThrow(/it is taken.*--port/);
  });
});
