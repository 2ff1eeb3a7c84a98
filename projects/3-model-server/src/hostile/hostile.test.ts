import { describe, expect, test } from "vitest";
import { ModelClient } from "../client.ts";
import { startDigitServer } from "../test-support/digit-server.ts";
import { digitKinds } from "./digit-kinds.ts";
import { hostileRequests } from "./requests.ts";
import { sendRaw } from "./send-raw.ts";

describe("hostile requests", () => {
  test("are refused, never a 5xx, and good ones beside them are answered", async () => {
    await using server = await startDigitServer();
    const port = Number(new URL(server.url).port);
    const client = new ModelClient(server.url);
    const wrong: string[] = [];
    for (const { kind, bytes } of hostileRequests(digitKinds, 330, 7)) {
      const status = await sendRaw(port, bytes);
      if (status !== 0 && (status < 400 || status >= 500)) wrong.push(`${kind}: ${status}`);
    }
    expect(wrong).toEqual([]);
    const { digit } = await client.readDigit({ pixels: Array<number>(784).fill(0) });
    expect(digit).toBeGreaterThanOrEqual(0);
    expect(Object.prototype).not.toHaveProperty("polluted");
  });

  test("that send their body too slowly are ended with 408", async () => {
    await using server = await startDigitServer({ REQUEST_TIMEOUT_MS: "300" });
    const port = Number(new URL(server.url).port);
    const { connect } = await import("node:net");
    const socket = connect({ port, host: "127.0.0.1" });
    socket.write(
      "POST /v1/digits HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{",
    );
    let answer = "";
    for await (const chunk of socket) answer += String(chunk);
    expect(answer).toMatch(/^HTTP\/1\.1 408/);
  });
});
