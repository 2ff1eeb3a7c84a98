import {
  asMuchAsGoes,
  cpuTime,
  reported,
  serverRunner,
  type Command,
  type Load,
  type Request,
  type Suite,
} from "@ml-roadmap/bench";
import { randomGenerator } from "@ml-roadmap/ndarray";
import { drawDigit } from "../src/test-support/drawings.ts";
import { fastApi, ours } from "./http/peers.ts";
import { equalLoad } from "./http/equal-load.ts";
import { tutorialModel } from "./http/tutorial-model.ts";

const random = randomGenerator(1);

/** 784 numbers, some of them not zero, as JSON: 19 in a hundred make 4.4 KB, all 16 KB. */
const pixels = (share: number) =>
  Array.from({ length: 784 }, () => (random.random() < share ? random.random() : 0));
const json = (path: string, numbers: number[]): Request => ({
  path,
  body: Buffer.from(JSON.stringify({ pixels: numbers })),
  headers: { "content-type": "application/json" },
});

const png = await drawDigit(3);

/** A picture of 200 x 200 pixels, as it is or as base64 in JSON. */
function picture(asJson: boolean): Request {
  return {
    path: "/v1/digits",
    body: asJson ? Buffer.from(JSON.stringify({ image: png.toString("base64") })) : png,
    headers: { "content-type": asJson ? "application/json" : "image/png" },
  };
}

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

/** An equal load that the slowest of the servers can take. */
const RATE = 150;

const measures = [
  cpuTime("ms"),
  reported("rps", { unit: "requests/s", better: "higher" }),
  reported("p50", { unit: "ms", better: "lower" }),
  reported("p99", { unit: "ms", better: "lower" }),
];

const run = (command: Command, request: Request, load: Load) =>
  serverRunner({ command, requests: [request], load });

/** The digit server against the tutorial service in FastAPI: the same network, the same bodies. */
const suite: Suite = {
  description: "the digit server against FastAPI with NumPy (needs wrk)",
  cases: () => {
    const model = tutorialModel();
    const bodies = { "sparse 4.4 KB": pixels(0.19), "dense 16 KB": pixels(1) };
    const common = { measures, repeat: 1, rounds: 3 };
    const loads = [
      { title: "1 connection, 1 process", load: asMuchAsGoes(1), workers: 1 },
      { title: "32 connections, 1 process", load: asMuchAsGoes(32), workers: 1 },
      { title: "32 connections, 2 processes", load: asMuchAsGoes(32), workers: 2 },
      { title: `${RATE} requests/s, 1 process`, load: equalLoad(RATE), workers: 1 },
    ];
    const against = Object.entries(bodies).flatMap(([body, numbers]) =>
      loads.map(({ title, load, workers }) => ({
        ...common,
        name: `${body}, ${title}`,
        ours: { server: run(ours(model, workers), json("/v1/digits", numbers), load) },
        peers: {
          fastapi: run(fastApi(workers), json("/predict", numbers), load),
          "fastapi async": run(fastApi(workers), json("/predict_async", numbers), load),
        },
      })),
    );
    const others = {
      "binary 3.2 KB": binary(bodies["dense 16 KB"]),
      [`PNG ${(png.length / 1000).toFixed(1)} KB`]: picture(false),
      "PNG in base64": picture(true),
    };
    const alone = Object.entries(others).map(([body, request]) => ({
      ...common,
      name: `${body}, 32 connections, 1 process`,
      ours: { server: run(ours(model), request, asMuchAsGoes(32)) },
      peers: {},
    }));
    return [...against, ...alone];
  },
};
export default suite;
