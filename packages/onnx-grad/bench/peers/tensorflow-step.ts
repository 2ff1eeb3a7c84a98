import { createRequire } from "node:module";
import { join } from "node:path";
import { readRequest, wordIds } from "./request.ts";
import { serve } from "./serve.ts";

// BERT in TensorFlow.js on its WebAssembly backend. Its backend has no kernel for the gradient of a lookup, nor for
// erf: the word embeddings are looked up outside and not trained, and GELU is the tanh form. Both are in its favour.

const folder = process.env["ML_ROADMAP_PEERS"] ?? "";
const require = createRequire(join(folder, "package.json"));
// oxlint-disable typescript/no-explicit-any, typescript/no-unsafe-type-assertion
const tf: any = require("@tensorflow/tfjs");
const wasm: any = require("@tensorflow/tfjs-backend-wasm");
type Tensor = any;
// oxlint-enable typescript/no-explicit-any, typescript/no-unsafe-type-assertion

const { size, b, s } = readRequest();
wasm.setThreadsCount(1);
const binaries = join(folder, "node_modules", "@tensorflow", "tfjs-backend-wasm", "dist", "/");
wasm.setWasmPaths(binaries);
await tf.setBackend("wasm");
await tf.ready();

const [layers, hidden] = { tiny: [2, 128], mini: [4, 256], small: [4, 512], base: [12, 768] }[size];
const heads = hidden / 64;
const table = tf.randomNormal([30522, hidden], 0, 0.02);
const matrix = (rows: number, columns: number): Tensor =>
  tf.variable(tf.randomNormal([rows, columns], 0, 0.02));
const vector = (length: number, value: number): Tensor =>
  tf.variable(tf.mul(tf.ones([length]), value));
const dense = (i: number, o: number): Tensor => ({ w: matrix(i, o), b: vector(o, 0) });
const norm = (): Tensor => ({ w: vector(hidden, 1), b: vector(hidden, 0) });
const blocks = Array.from({ length: layers }, () => ({
  q: dense(hidden, hidden),
  k: dense(hidden, hidden),
  v: dense(hidden, hidden),
  o: dense(hidden, hidden),
  n1: norm(),
  wide: dense(hidden, 4 * hidden),
  narrow: dense(4 * hidden, hidden),
  n2: norm(),
}));
const [first, pooler, classifier] = [norm(), dense(hidden, hidden), dense(hidden, 2)];

const linear = (x: Tensor, { w, b: bias }: Tensor): Tensor => tf.add(tf.matMul(x, w), bias);
function normalise(x: Tensor, { w, b: bias }: Tensor): Tensor {
  const centred = tf.sub(x, tf.mean(x, -1, true));
  const scale = tf.rsqrt(tf.add(tf.mean(tf.mul(centred, centred), -1, true), 1e-12));
  return tf.add(tf.mul(tf.mul(centred, scale), w), bias);
}
function gelu(x: Tensor): Tensor {
  const cube = tf.mul(tf.mul(x, x), x);
  const inner = tf.mul(tf.add(x, tf.mul(cube, 0.044715)), Math.sqrt(2 / Math.PI));
  return tf.mul(tf.mul(x, 0.5), tf.add(tf.tanh(inner), 1));
}
const split = (x: Tensor): Tensor => tf.transpose(tf.reshape(x, [b, s, heads, 64]), [0, 2, 1, 3]);

/** Words' rows `(B S, H)` and one-hot labels `(B, 2)` to the loss. */
function loss(rows: Tensor, labels: Tensor): Tensor {
  let x = normalise(rows, first);
  for (const block of blocks) {
    const [q, k, v] = [block.q, block.k, block.v].map((part) => split(linear(x, part)));
    const weights = tf.softmax(tf.mul(tf.matMul(q, k, false, true), 1 / 8));
    const mixed = tf.reshape(tf.transpose(tf.matMul(weights, v), [0, 2, 1, 3]), [b * s, hidden]);
    x = normalise(tf.add(linear(mixed, block.o), x), block.n1);
    x = normalise(tf.add(linear(gelu(linear(x, block.wide)), block.narrow), x), block.n2);
  }
  const start = tf.reshape(tf.slice(tf.reshape(x, [b, s, hidden]), [0, 0, 0], [b, 1, hidden]), [
    b,
    hidden,
  ]);
  const logits = linear(tf.tanh(linear(start, pooler)), classifier);
  return tf.neg(tf.mean(tf.sum(tf.mul(tf.log(tf.softmax(logits)), labels), -1)));
}

const optimizer = tf.train.adam(1e-4);
let turn = 0;
const batches = Array.from({ length: 8 }, () => ({
  ids: tf.tensor1d(wordIds(b * s), "int32"),
  labels: tf.tensor2d(
    wordIds(b).flatMap((id) => (id % 2 === 0 ? [1, 0] : [0, 1])),
    [b, 2],
  ),
}));

function step(): number {
  const { ids, labels } = batches[(turn += 1) % batches.length];
  return tf.tidy(() => {
    const rows = tf.gather(table, ids);
    const cost: Tensor = optimizer.minimize(() => loss(rows, labels), true);
    return Number(cost.dataSync()[0]);
  });
}

await serve(async () => step(), { "TensorFlow.js": tf.version.tfjs });
