import { cpuTime, reported, type Suite } from "@ml-roadmap/bench";
import { randomGenerator } from "@ml-roadmap/ndarray";
import { fastApi, ours } from "./http/peers.ts";
import { serverRunner } from "./http/server-runner.ts";
import { tutorialModel } from "./http/tutorial-model.ts";
import type { Request } from "./http/wrk.ts";

const random = randomGenerator(1);

/** 784 numbers, some of them not zero, as JSON: 19 in a hundred make 4.4 KB, all 16 KB. */
const pixels = (share: number) =>
  Array.from({ length: 784 }, () => (random.random() < share ? random.random() : 0));
const json = (path: string, numbers: number[]): Request => ({
  path,
  body: Buffer.from(JSON.stringify({ pixels: numbers })),
  headers: { "content-type": "application/json" },
});

function binary(numbers: number[]): Request {
  const input = {
    name: "pixels",
    datatype: "FP32",
    shape: [1, 28, 28],
    parameters: { binary_data_size: 3136 },
  };
  const head = Buffer.from(JSON.stringify({ inputs: [input] }));
  return {
    path: "/v2/models/digits/infer",
    body: Buffer.concat([head, Buffer.from(Float32Array.from(numbers).buffer)]),
    headers: {
      "content-type": "application/octet-stream",
      "inference-header-content-length": String(head.length),
    },
  };
}

const measures = [
  cpuTime("ms"),
  reported("rps", { unit: "requests/s", better: "higher" }),
  reported("p50", { unit: "ms", better: "lower" }),
  reported("p99", { unit: "ms", better: "lower" }),
];

/** The digit server against the tutorial service in FastAPI: the same network, the same bodies. */
const suite: Suite = {
  description: "the digit server against FastAPI with NumPy (needs wrk)",
  cases: () => {
    const model = tutorialModel();
    const bodies = { "sparse 4.4 KB": pixels(0.19), "dense 16 KB": pixels(1) };
    const common = { measures, repeat: 1, rounds: 3 };
    const against = Object.entries(bodies).flatMap(([body, numbers]) =>
      [[1, 1] as const, [32, 1] as const, [32, 2] as const].map(([connections, workers]) => ({
        ...common,
        name: `${body}, ${connections} connections, ${workers} processes`,
        ours: {
          server: serverRunner(ours(model, workers), json("/v1/digits", numbers), connections),
        },
        peers: {
          fastapi: serverRunner(fastApi(workers), json("/predict", numbers), connections),
          "fastapi async": serverRunner(
            fastApi(workers),
            json("/predict_async", numbers),
            connections,
          ),
        },
      })),
    );
    return [
      ...against,
      {
        ...common,
        name: "binary 3.2 KB, 32 connections, 1 processes",
        ours: { server: serverRunner(ours(model), binary(bodies["dense 16 KB"]), 32) },
        peers: {},
      },
    ];
  },
};
export default suite;
