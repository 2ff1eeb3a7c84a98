import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { defaultModelFolder } from "../default-model.ts";
import { loadImageModel } from "../repository/load-image-model.ts";
import { createServer, type ModelServer } from "../server/create-server.ts";
import { datatypeNames as types } from "../tensors/datatype.ts";
import { echoModel } from "../test-support/echo-model.ts";
import { solved } from "../test-support/solved.ts";
import { conformanceCases, modelCases, serverCases } from "./cases.ts";
import { rawClient, type Send } from "./client.ts";

// The names are known before a server runs; the model's path and metadata come from it.
const names = types.map((datatype) => echoModel(datatype).name);
let server: ModelServer | undefined;
let send: Send = () => Promise.reject(new Error("the server did not start"));
let unsolved: unknown;

beforeAll(async () => {
  try {
    await solved();
  } catch (error) {
    unsolved = error;
    return;
  }
  const models = types.map((datatype) => echoModel(datatype));
  server = await createServer({ models: [...models, await loadImageModel(defaultModelFolder())] });
  send = rawClient(await server.listen({ port: 0 }));
});
afterAll(() => server?.close());

const later: Send = (path, request) => {
  if (unsolved) throw unsolved;
  return send(path, request);
};

describe("Open Inference Protocol", () => {
  for (const { name, run } of serverCases(later)) test(name, run);
  for (const datatype of types) {
    const { name: model, version, inputs, outputs } = echoModel(datatype);
    const subject = {
      send: later,
      model,
      version,
      path: `/v2/models/${model}`,
      inputs: [...inputs],
      outputs: [...outputs],
    };
    for (const { name, run } of modelCases(subject)) test(name, run);
  }
  test("the model of digits holds every case too", async () => {
    if (unsolved) throw unsolved;
    const cases = await conformanceCases(send, ["digits"]);
    for (const { run } of cases) await run();
    expect(cases.length).toBeGreaterThan(60);
  });
  test("a server that answers otherwise does not hold", async () => {
    if (unsolved) throw unsolved;
    const wrong: Send = async (path, request) => ({ ...(await send(path, request)), json: {} });
    const [subject] = names;
    const found = await conformanceCases(send, [subject]);
    const broken = serverCases(wrong);
    expect(found.length).toBeGreaterThan(60);
    await expect(broken[2].run()).rejects.toThrow("name: expected");
  });
});
