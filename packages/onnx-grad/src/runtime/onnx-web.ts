import type * as Ort from "onnxruntime-node";
import type { Backend } from "./backend.ts";
import { openSession } from "./session.ts";
import type { OrtModule } from "./session.ts";

/** What is used of the module `onnxruntime-web`. */
export type OrtWeb = OrtModule & {
  readonly InferenceSession: {
    create(
      model: Uint8Array,
      options?: Ort.InferenceSession.SessionOptions,
    ): Promise<Ort.InferenceSession>;
  };
  readonly env: { readonly wasm: { numThreads?: number } };
};

/**
 * ONNX Runtime's WebAssembly build, for browsers. Pass the module: `onnxWeb(await import("onnxruntime-web/wasm"))`.
 * Several threads need a page that is cross-origin isolated, and the number of the first session is that of all.
 */
export function onnxWeb(ort: OrtWeb): Backend {
  return {
    name: "onnxruntime-web",
    async createSession(model, { threads = 1 } = {}) {
      ort.env.wasm.numThreads = threads;
      const session = await ort.InferenceSession.create(model, {
        executionProviders: ["wasm"],
        enableMemPattern: false,
      });
      return openSession(ort, session, { writesFetches: false });
    },
  };
}
