import { cpuTime, reported, wallTime } from "@ml-roadmap/bench";
import type { Case, Suite } from "@ml-roadmap/bench";
import { nodeChild, pythonChild, tensorflowChild } from "./peers/child.ts";
import type { StepRequest } from "./peers/request.ts";

// A step is forward, backward, clipping and AdamW on a new batch: 32 sentences of 64 words, for base 8 of 128.
// Sizes, threads, mode, steps a measurement, rounds.
const rows: readonly (readonly [
  StepRequest["size"],
  number,
  StepRequest["mode"],
  number,
  number,
])[] = [
  ["tiny", 1, "full", 4, 11],
  ["tiny", 2, "full", 4, 11],
  ["mini", 1, "full", 2, 9],
  ["mini", 2, "full", 2, 9],
  ["small", 1, "full", 1, 7],
  ["small", 2, "full", 1, 7],
  ["base", 1, "full", 1, 5],
  ["base", 2, "full", 1, 5],
  ["small", 1, "lora", 1, 7],
  ["base", 1, "lora", 1, 5],
  ["small", 1, "checkpoint", 1, 7],
  ["base", 1, "checkpoint", 1, 5],
];

function caseOf([size, threads, mode, repeat, rounds]: (typeof rows)[number]): Case {
  const [b, s] = size === "base" ? [8, 128] : [32, 64];
  const request = { size, b, s, mode };
  const isFirst = mode === "full" && threads === 1 && size !== "base";
  return {
    name: `BERT ${size} ${b} x ${s}, ${threads === 1 ? "1 thread" : `${threads} threads`}${mode === "full" ? "" : `, ${mode}`}`,
    measures: [
      cpuTime("ms"),
      // Threads that wait for each other burn processor time; there the clock matters too.
      ...(threads > 1 ? [wallTime("ms")] : []),
      reported("peak", { name: "peak memory", unit: "MiB", better: "lower" }),
    ],
    repeat,
    rounds,
    ours: { "onnx-grad": nodeChild("onnx-grad-step", request, threads) },
    peers: {
      PyTorch: pythonChild("torch_step", "torch", request, threads),
      ...(isFirst && { "TensorFlow.js wasm": tensorflowChild(request) }),
    },
  };
}

const suite: Suite = {
  description: "one training step of BERT: processor time and peak memory",
  cases: ({ quick }) =>
    rows
      .filter(([size, threads]) => !quick || (threads === 1 && /tiny|mini/.test(size)))
      .map(caseOf),
};
export default suite;
