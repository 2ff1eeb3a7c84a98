import { cpuTime, inProcess } from "@ml-roadmap/bench";
import type { Case, Runner, Suite } from "@ml-roadmap/bench";
import * as og from "@ml-roadmap/onnx-grad";
import type { Build, ExportOptions } from "@ml-roadmap/onnx-grad";
import { bert, bertSizes } from "../examples/bert.ts";
import type { StepRequest } from "./peers/request.ts";
import { wordIds } from "./peers/request.ts";

const [B, S] = [32, 64];

/** A forward pass of 32 sentences of 64 words through the exported model, one thread. */
function forward(size: StepRequest["size"], precision: ExportOptions["precision"]): Runner {
  return inProcess(async () => {
    const build: Build = (graph) => bert(graph, bertSizes(size));
    const trainer = await og.createTrainer({ build });
    const weights = await trainer.weights();
    await trainer.close();
    const model = og.exportModel({ build, weights, precision });
    const session = await og.onnxNode.createSession(og.encodeModel(model));
    const feeds = {
      input_ids: og.int64(wordIds(B * S), [B, S]),
      token_type_ids: og.int64(new Array<number>(B * S).fill(0), [B, S]),
      attention_mask: og.int64(new Array<number>(B * S).fill(1), [B, S]),
    };
    return { run: () => session.run(feeds, { logits: null }), close: () => session.release() };
  });
}

const suite: Suite = {
  description: "BERT exported as int8 against float32, both on ONNX Runtime: a forward pass",
  cases: ({ quick }) =>
    (quick ? (["tiny"] as const) : (["tiny", "mini", "small", "base"] as const)).map(
      (size): Case => ({
        name: `BERT ${size} ${B} x ${S}`,
        measures: [cpuTime("ms")],
        ours: { int8: forward(size, "int8") },
        peers: { float32: forward(size, "float32") },
      }),
    ),
};
export default suite;
