import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { ModelClient } from "../client.ts";
import type { Model } from "../model.ts";
import { createServer } from "../server/create-server.ts";
import { byName } from "../tensors/tensor.ts";
import { drawDigit } from "../test-support/drawings.ts";
import { startDigitServer } from "../test-support/digit-server.ts";
import { solved } from "../test-support/solved.ts";
import { addDigitRoutes } from "./digits.ts";

const answerBody = z.looseObject({
  digit: z.number().optional(),
  probabilities: z.array(z.number()).optional(),
  pixels: z.array(z.number()).optional(),
});

let started: Promise<Awaited<ReturnType<typeof startDigitServer>>>;
beforeAll(() => {
  started = startDigitServer();
  // Each test meets it when it fails.
  started.catch(() => {});
});
afterAll(async () => {
  await (await started.catch(() => undefined))?.server.close();
});

async function post(body: string | Buffer, type: string) {
  const { url } = await started;
  const answer = await fetch(`${url}/v1/digits`, {
    method: "POST",
    headers: { "content-type": type },
    body: typeof body === "string" ? body : new Uint8Array(body),
  });
  return { status: answer.status, json: answerBody.parse(await answer.json()) };
}

describe("POST /v1/digits", () => {
  test.each([0, 1, 2, 3, 4, 7])("reads a drawn %i from a PNG", async (digit) => {
    const { status, json } = await post(await drawDigit(digit), "image/png");
    expect(status).toBe(200);
    expect(json.digit).toBe(digit);
  });

  test("reads dark ink on bright paper, in a corner of a large JPEG", async () => {
    const picture = {
      width: 900,
      height: 600,
      paper: "#f4f1e6",
      ink: "#2a2f6b",
      left: 600,
      top: 20,
      size: 180,
    };
    const { json } = await post(await drawDigit(3, "jpeg", picture), "image/jpeg");
    expect(json.digit).toBe(3);
  });

  test("shows the 28 x 28 pixels that the model saw, centred by mass", async () => {
    const { json } = await post(await drawDigit(7, "png", { left: 60 }), "image/png");
    const pixels = json.pixels!;
    expect(pixels.length).toBe(784);
    const mass = pixels.reduce((sum, value) => sum + value, 0);
    const x = pixels.reduce((sum, value, i) => sum + value * (i % 28), 0) / mass;
    expect(Math.abs(x - 13.5)).toBeLessThan(0.6);
  });

  test("gives the answers of pixels as of the picture they came from", async () => {
    const { json } = await post(await drawDigit(2), "image/png");
    const again = await post(JSON.stringify({ pixels: json.pixels }), "application/json");
    expect(again.json.digit).toBe(2);
    expect(again.json).not.toHaveProperty("pixels");
    const rows = Array.from({ length: 28 }, (_, y) => json.pixels!.slice(28 * y, 28 * y + 28));
    const nested = await post(JSON.stringify({ pixels: rows }), "application/json");
    expect(nested.json.probabilities).toEqual(again.json.probabilities);
  });

  test("takes base64, a data URL and an uploaded form", async () => {
    const picture = await drawDigit(4);
    const encoded = picture.toString("base64");
    for (const image of [encoded, `data:image/png;base64,${encoded}`]) {
      const { json } = await post(JSON.stringify({ image }), "application/json");
      expect(json.digit).toBe(4);
    }
    const { url } = await started;
    const form = new FormData();
    form.append("image", new Blob([new Uint8Array(picture)], { type: "image/png" }), "four.png");
    const answer = await fetch(`${url}/v1/digits`, { method: "POST", body: form });
    expect(await answer.json()).toMatchObject({ digit: 4 });
  });

  test.each([
    ["no JSON", "{", "application/json", 400],
    ["neither pixels nor image", "{}", "application/json", 400],
    ["too few pixels", '{"pixels":[1,2]}', "application/json", 400],
    ["a pixel over 255", JSON.stringify({ pixels: Array(784).fill(256) }), "application/json", 400],
    ["a pixel of text", JSON.stringify({ pixels: Array(784).fill("1") }), "application/json", 400],
    ["no base64", '{"image":"%%%"}', "application/json", 400],
    ["base64 of no picture", '{"image":"aGVsbG8="}', "application/json", 415],
    ["a picture of another format", "GIF89a", "image/png", 415],
    ["a media type that is not read", "hello", "text/plain", 415],
    ["bytes of nothing said", "hello", "application/octet-stream", 415],
    [
      "a form that is cut off",
      "--x\r\nContent-Disposition",
      "multipart/form-data; boundary=x",
      400,
    ],
  ])("refuses %s", async (_, body, type, status) => {
    const answer = await post(body, type);
    expect(answer.status).toBe(status);
    expect(answer.json).toMatchObject({ status, error: expect.any(String) });
  });

  test("refuses a picture that is cut off, empty or too large with 422", async () => {
    const picture = await drawDigit(3, "png", { width: 400, height: 400 });
    const cut = await post(picture.subarray(0, picture.length / 2), "image/png");
    expect(cut.status).toBe(422);
    const blank = await post(await drawDigit(1, "png", { ink: "#000" }), "image/png");
    expect(blank).toMatchObject({ status: 422, json: { detail: "image: nothing is drawn on it" } });
    const bomb = Buffer.from(picture);
    bomb.writeUInt32BE(60_000, 16);
    bomb.writeUInt32BE(60_000, 20);
    expect((await post(bomb, "image/png")).status).toBe(422);
  });
});

/** Reads every digit as 0, until it is closed. */
function zeroReader(): Model {
  let closed = false;
  return {
    name: "digits",
    version: "1",
    platform: "test",
    inputs: [{ name: "pixels", datatype: "FP32", shape: [-1, 28, 28] }],
    outputs: [{ name: "probabilities", datatype: "FP32", shape: [-1, 10] }],
    maxBatchSize: 1,
    predict() {
      if (closed) throw new Error("this model is closed");
      const data = Float32Array.from({ length: 10 }, (_, digit) => Number(digit === 0));
      return byName({ name: "probabilities", datatype: "FP32", shape: [1, 10], data });
    },
    close() {
      closed = true;
    },
  };
}

test("POST /v1/digits is answered although the model is replaced while the picture is decoded", async () => {
  await solved();
  const server = await createServer({
    models: [zeroReader()],
    routes: [
      ({ app, registry }) =>
        app.addHook("preHandler", (_request, _reply, done) => {
          setImmediate(() => void registry.add(zeroReader()));
          done();
        }),
      addDigitRoutes,
    ],
  });
  const answer = await server.app.inject({
    method: "POST",
    url: "/v1/digits",
    headers: { "content-type": "image/png" },
    payload: await drawDigit(0),
  });
  expect(answer.statusCode).toBe(200);
  await server.close();
});

describe("ModelClient", () => {
  test("reads digits and infers", async () => {
    const { url } = await started;
    const client = new ModelClient(url);
    expect(await client.ready()).toBe(true);
    const { digit, model } = await client.readDigit(await drawDigit(7));
    expect({ digit, model }).toEqual({ digit: 7, model: { name: "digits", version: "1" } });
    const metadata = await client.metadata("digits");
    const input = {
      name: "pixels",
      datatype: "FP32" as const,
      shape: [1, 28, 28],
      data: Array<number>(784).fill(0),
    };
    const { outputs } = await client.infer(metadata.name, { inputs: [input] });
    expect(outputs.map(({ name }) => name)).toEqual(["probabilities", "label"]);
  });

  test("throws the problem that the server tells", async () => {
    const { url } = await started;
    const client = new ModelClient(url);
    await expect(client.metadata("none")).rejects.toMatchObject({
      status: 404,
      message: "no model none is loaded",
    });
  });
});
