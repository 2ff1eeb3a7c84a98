import {
  cpuTime,
  inProcess,
  pythonPeer,
  type Case,
  type Measure,
  type Suite,
} from "@ml-roadmap/bench";
import { exportedRun, trainingRun } from "./peers/ours.ts";
import { realWork, type Work } from "./peers/work.ts";

const torch = pythonPeer(import.meta.url, "bench/python/torch_finetune.py", {
  modules: ["torch"],
  get: "apt install python3-torch, or pip install torch",
});

/** Batches of a run. */
const count = 20;

const perSecond = (tokens: () => number): Measure => ({
  name: "tokens a CPU second",
  unit: "tokens/s CPU",
  better: "higher",
  of: ({ cpu }) => tokens() / cpu,
});

let work: Promise<Work> | undefined;
let tokens = NaN;

/** The same texts for all cases, read when the first one starts. */
async function sharedWork(): Promise<Work> {
  work ??= realWork(count);
  ({ tokens } = await work);
  return work;
}

function peer(kind: string) {
  return {
    async start(context: Parameters<ReturnType<typeof torch.case>["start"]>[0]) {
      const { lengths } = await sharedWork();
      return torch.case("epoch", { kind, lengths }).start(context);
    },
  };
}

function training(kind: "full" | "lora", name: string): Case {
  return {
    name: `${name}, ${count} updates on batches of 32`,
    measures: [cpuTime("ms"), perSecond(() => tokens)],
    repeat: 1,
    rounds: 5,
    ours: { "onnx-grad": inProcess(async () => trainingRun(kind, await sharedWork())) },
    peers: { PyTorch: peer(kind) },
  };
}

const suite: Suite = {
  description: "fine-tuning and running roadmap-bert on texts of real lengths, one thread",
  cases: () => [
    training("full", "full fine-tuning"),
    training("lora", "LoRA, rank 8"),
    {
      name: `answers, ${count} batches of 32`,
      measures: [cpuTime("ms"), perSecond(() => tokens)],
      repeat: 1,
      rounds: 5,
      ours: {
        int8: inProcess(async () => exportedRun("int8", await sharedWork())),
        float32: inProcess(async () => exportedRun("float32", await sharedWork())),
      },
      peers: { PyTorch: peer("answers") },
    },
  ],
};
export default suite;
