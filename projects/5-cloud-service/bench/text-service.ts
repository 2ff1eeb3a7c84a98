import {
  asMuchAsGoes,
  cpuTime,
  reported,
  serverRunner,
  type Command,
  type Request,
  type Runner,
  type Suite,
} from "@ml-roadmap/bench";
import { loadReviews } from "@ml-roadmap/datasets";
import { precisions } from "../src/model/precision.ts";
import { loadClassifier } from "../src/model/text-classifier.ts";
import { fastApi, service } from "./peers/contestants.ts";
import { exportedModel } from "./peers/exported-model.ts";
import { sameAnswers } from "./peers/same-answers.ts";

const measures = [
  cpuTime("ms"),
  reported("rps", { unit: "requests/s", better: "higher" }),
  reported("p50", { unit: "ms", better: "lower" }),
  reported("p99", { unit: "ms", better: "lower" }),
];

/** The model, 200 reviews as requests, and what the model says of them in float32. */
async function prepare() {
  const model = exportedModel();
  const texts = (await loadReviews()).test.slice(0, 200).map(({ text }) => text);
  const classifier = await loadClassifier(model, { precision: "fp32" });
  const { probabilities } = await classifier.classify(texts);
  await classifier.close();
  const K = classifier.labels.length;
  const expected = texts.map((_, n) => [...probabilities.subarray(n * K, (n + 1) * K)]);
  const requests = texts.map((text): Request => ({
    path: "/v1/classify",
    body: Buffer.from(JSON.stringify({ text })),
    headers: { "content-type": "application/json" },
  }));
  return { model, requests, expected };
}

/** Made when the first contestant starts: listing the suites needs no model. */
const prepared: { data?: ReturnType<typeof prepare> } = {};

const run = (
  command: (model: string) => Command,
  connections: number,
  tolerance: number,
): Runner => ({
  async start(context) {
    const { model, requests, expected } = await (prepared.data ??= prepare());
    const load = asMuchAsGoes(connections);
    const check = sameAnswers(requests, expected, tolerance);
    return serverRunner({ command: command(model), requests, load, check }).start(context);
  },
});

/** Of scores from the float32 ones, in the mean: of rounding, and of 8-bit weights. */
const tolerances = { fp32: 1e-4, int8: 0.05 };

/** The text service against PyTorch behind FastAPI: the same model, the same requests. */
const suite: Suite = {
  description: "the text service against FastAPI with PyTorch (needs wrk)",
  cases: precisions.flatMap((precision) =>
    [1, 32].map((connections) => {
      const tolerance = tolerances[precision];
      const one = (command: (model: string) => Command) => run(command, connections, tolerance);
      return {
        name: `${precision}, ${connections} connection${connections > 1 ? "s" : ""}`,
        measures,
        repeat: 1,
        rounds: 3,
        ours: {
          service: one((model) => service(model, precision, 32)),
          "without batches": one((model) => service(model, precision, 1)),
        },
        peers: {
          pytorch: one(fastApi),
        },
      };
    }),
  ),
};
export default suite;
