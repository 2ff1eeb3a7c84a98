import type { Backend } from "./backend.ts";
import { openSession } from "./session.ts";

// The library sends usage data to Microsoft unless this is set before it is loaded. Browsers read this file too.
if (typeof process === "object") process.env["ORT_DISABLE_TELEMETRY"] ??= "1";

/** ONNX Runtime's native library, which the package `onnxruntime-node` brings along. */
export const onnxNode: Backend = {
  name: "onnxruntime-node",
  async createSession(model, { threads = 1 } = {}) {
    const ort = await import("onnxruntime-node");
    const session = await ort.InferenceSession.create(model, {
      intraOpNumThreads: threads,
      interOpNumThreads: 1,
      // Sizes differ from batch to batch; planning for the largest costs a quarter more memory.
      enableMemPattern: false,
    });
    return openSession(ort, session, { writesFetches: true });
  },
};
