import { createRequire } from "node:module";
import { join } from "node:path";
import { MissingPeer, type Prepared } from "@ml-roadmap/bench";

/** The little of TensorFlow.js that is used here. */
interface TensorFlow {
  setBackend(name: string): Promise<boolean>;
  ready(): Promise<void>;
  randomUniform(shape: number[]): unknown;
  oneHot(indices: unknown, depth: number): unknown;
  tensor1d(values: Int32Array, dtype: "int32"): unknown;
  sequential(): {
    add(layer: unknown): void;
    compile(options: { optimizer: unknown; loss: string }): void;
    fit(x: unknown, y: unknown, options: object): Promise<unknown>;
  };
  layers: { dense(options: object): unknown };
  train: { adam(rate: number): unknown };
  version: { tfjs: string };
}

/**
 * The MLP in TensorFlow.js with its wasm backend, from the folder that ML_ROADMAP_PEERS names (made
 * with `npm install @tensorflow/tfjs @tensorflow/tfjs-backend-wasm`).
 *
 * @throws MissingPeer when it is not there
 */
export async function tensorFlowMlp(count: number): Promise<Prepared> {
  const tf = await load();
  const model = tf.sequential();
  for (const [i, units] of [256, 128, 10].entries()) {
    const activation = units === 10 ? "softmax" : "relu";
    model.add(tf.layers.dense({ units, activation, ...(i === 0 ? { inputShape: [784] } : {}) }));
  }
  model.compile({ optimizer: tf.train.adam(1e-3), loss: "categoricalCrossentropy" });
  const labels = Int32Array.from({ length: count }, (_, i) => (i * 7) % 10);
  const [x, y] = [tf.randomUniform([count, 784]), tf.oneHot(tf.tensor1d(labels, "int32"), 10)];
  return {
    run: () => model.fit(x, y, { epochs: 1, batchSize: 128, shuffle: true, verbose: 0 }),
    versions: { "@tensorflow/tfjs": tf.version.tfjs },
  };
}

async function load(): Promise<TensorFlow> {
  const folder = process.env["ML_ROADMAP_PEERS"];
  const get =
    "npm install @tensorflow/tfjs @tensorflow/tfjs-backend-wasm in a folder, and name it in ML_ROADMAP_PEERS";
  if (folder === undefined) throw new MissingPeer("@tensorflow/tfjs is not installed", get);
  const require = createRequire(join(folder, "package.json"));
  try {
    // What the package exports is described above.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    const tf = require("@tensorflow/tfjs") as TensorFlow;
    require("@tensorflow/tfjs-backend-wasm");
    await tf.setBackend("wasm");
    await tf.ready();
    return tf;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new MissingPeer(`@tensorflow/tfjs cannot be loaded from ${folder}: ${why}`, get);
  }
}
