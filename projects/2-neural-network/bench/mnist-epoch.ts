import { cpuTime, inProcess, pythonPeer, type Suite } from "@ml-roadmap/bench";
import { mlp } from "../src/models/recipes.ts";
import { epochOf } from "./peers/ours.ts";
import { tensorFlowMlp } from "./peers/tensorflow.ts";

const numpy = pythonPeer(import.meta.url, "bench/peers/numpy_mlp.py", { modules: ["numpy"] });
const torch = pythonPeer(import.meta.url, "bench/peers/torch_nets.py", { modules: ["torch"] });

const suite: Suite = {
  description: "training MLP 784-256-128-10 for one epoch: batches of 128, Adam, one thread",
  variants: { experimental: { env: { ML_ROADMAP_EXPERIMENTAL: "1" } } },
  cases: ({ quick }) => {
    const count = quick ? 6_000 : 60_000;
    return [
      {
        name: `${count} images`,
        measures: [cpuTime("s")],
        rounds: quick ? 3 : 7,
        repeat: 1,
        ours: { ours: inProcess(() => epochOf(mlp(), count)) },
        peers: {
          numpy: numpy.case("mlp", { n: count }),
          torch: torch.case("mlp", { n: count }),
          "tensorflow.js wasm": inProcess(() => tensorFlowMlp(count)),
        },
      },
    ];
  },
};
export default suite;
