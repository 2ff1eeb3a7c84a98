import { cpuTime, reported, wallTime } from "@ml-roadmap/bench";
import type { Case, Measure, Suite } from "@ml-roadmap/bench";
import { nodeChild, pythonChild, tensorflowChild } from "./peers/child.ts";
import type { StepRequest } from "./peers/request.ts";

// A step is forward, backward, clipping and AdamW on a new batch: 32 sentences of 64 words, for base 8 of 128.

type Step = Omit<StepRequest, "b" | "s">;
type Times = { readonly repeat: number; readonly rounds: number };

const times: Readonly<Record<Step["size"], Times>> = {
  tiny: { repeat: 4, rounds: 9 },
  mini: { repeat: 2, rounds: 7 },
  small: { repeat: 1, rounds: 5 },
  base: { repeat: 1, rounds: 3 },
};
const sizes = ["tiny", "mini", "small", "base"] as const;

const full = sizes.flatMap((size) =>
  [1, 2].map((threads): Step => ({ size, threads, mode: "full" })),
);
const variants = (["lora", "checkpoint"] as const).flatMap((mode) =>
  (["small", "base"] as const).map((size): Step => ({ size, threads: 1, mode })),
);
const peak = reported("peak", { name: "peak memory", unit: "MiB", better: "lower" });

function requestOf(step: Step): StepRequest {
  const [b, s] = step.size === "base" ? [8, 128] : [32, 64];
  return { ...step, b, s };
}

function besidePyTorch(step: Step): Case {
  const { size, threads, mode } = step;
  const { b, s, ...request } = requestOf(step);
  // Threads that wait for each other burn processor time; there the clock matters too.
  const wall: Measure[] = threads > 1 ? [wallTime("s")] : [];
  return {
    name: `BERT ${size} ${b} x ${s}, ${mode === "full" ? "" : `${mode}, `}${threads === 1 ? "1 thread" : `${threads} threads`}`,
    measures: [cpuTime("ms"), ...wall, peak],
    ...times[size],
    ours: { "onnx-grad": nodeChild("onnx-grad-step", { b, s, ...request }, threads) },
    peers: { PyTorch: pythonChild("torch_step", "torch", { b, s, ...request }, threads) },
  };
}

/** Fewer rounds: it takes some 20 times as long. */
function besideTensorFlow(size: Step["size"]): Case {
  const request = requestOf({ size, threads: 1, mode: "full" });
  return {
    name: `BERT ${size} ${request.b} x ${request.s}, beside TensorFlow.js`,
    measures: [cpuTime("ms")],
    repeat: 1,
    rounds: 3,
    ours: { "onnx-grad": nodeChild("onnx-grad-step", request) },
    peers: { "TensorFlow.js wasm": tensorflowChild(request) },
  };
}

const suite: Suite = {
  description: "one training step of BERT: processor time and peak memory",
  cases: ({ quick }) =>
    quick
      ? full
          .filter(({ size, threads }) => /tiny|mini/.test(size) && threads === 1)
          .map((step) => ({ ...besidePyTorch(step), rounds: 3 }))
      : [
          ...[...full, ...variants].map(besidePyTorch),
          ...(["tiny", "mini", "small"] as const).map(besideTensorFlow),
        ],
};
export default suite;
