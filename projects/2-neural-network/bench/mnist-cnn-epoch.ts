import { cpuTime, inProcess, pythonPeer, type Suite } from "@ml-roadmap/bench";
import { cnn } from "../src/models/recipes.ts";
import { epochOf } from "./peers/ours.ts";

const torch = pythonPeer(import.meta.url, "bench/peers/torch_nets.py", { modules: ["torch"] });

const suite: Suite = {
  description:
    "training the CNN of the cnn recipe: batches of 128, Adam, one thread, no augmentation",
  variants: { experimental: { env: { ML_ROADMAP_EXPERIMENTAL: "1" } } },
  cases: ({ quick }) => {
    // A tenth of an epoch is enough steps to measure, and short enough to repeat.
    const count = quick ? 1_280 : 6_000;
    return [
      {
        name: `${count} images`,
        measures: [cpuTime("s")],
        rounds: quick ? 3 : 7,
        repeat: 1,
        ours: { ours: inProcess(() => epochOf(cnn(), count)) },
        peers: { torch: torch.case("cnn", { n: count }) },
      },
    ];
  },
};
export default suite;
