import * as og from "@ml-roadmap/onnx-grad";

// 1,000 points in the plane, and whether each is inside the unit circle.
const points = Float32Array.from({ length: 2000 }, (_, i) => 1.5 * Math.sin(i * i + 1));
const labels = Array.from({ length: 1000 }, (_, i) =>
  Number(Math.hypot(points[2 * i], points[2 * i + 1]) < 1),
);
const batch = { x: og.float32(points, [1000, 2]), label: og.int64(labels, [1000]) };

function build(graph: og.Graph): og.Built {
  const x = graph.input("x", ["batch", 2]);
  const label = graph.input("label", ["batch"], "int64");
  const layer = (name: string, input: og.Value, width: number): og.Value => {
    const weight = graph.parameter(`${name}.weight`, [width, Number(input.shape[1])], og.fanIn);
    return og.linear(input, weight, graph.parameter(`${name}.bias`, [width], og.zeros));
  };
  const logits = layer("out", og.gelu(layer("hidden", x, 32)), 2);
  return { loss: og.crossEntropy(logits, label), outputs: { logits } };
}

const optimizer = og.adamw({ learningRate: 0.02, decays: og.matricesOnly });
const trainer = await og.createTrainer({ build, optimizer, clipNorm: 1 });
console.log(`before: loss ${(await trainer.evaluate(batch)).loss.toFixed(1)}`);
await og.fit(trainer, () => [batch], { epochs: 300 });
console.log(`after: loss ${(await trainer.evaluate(batch)).loss.toFixed(1)}`);
const { logits } = await trainer.predict({ x: og.float32([0.1, 0.2, 1.4, -1.2], [2, 2]) });
const [outside, inside] = [0, 1].map((i) => logits.data[2 * i + 1] > logits.data[2 * i]).reverse();
console.log(`(0.1, 0.2) is inside: ${inside}, (1.4, -1.2) is inside: ${outside}`);

const model = og.exportModel({ build, weights: await trainer.weights() });
await og.writeModel(process.argv[2] ?? "circle.onnx", model);
console.log(`exported: ${model.graph.nodes.map((node) => node.opType).join(", ")}`);
await trainer.close();
