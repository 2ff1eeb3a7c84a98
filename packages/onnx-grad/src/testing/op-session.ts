import { gradients } from "../autodiff/backward.ts";
import { newGraph } from "../graph/new-graph.ts";
import { toModel } from "../graph/to-model.ts";
import { encodeModel } from "../onnx/encode.ts";
import { multiply } from "../ops/elementwise.ts";
import { sum } from "../ops/reduce.ts";
import { onnxNode } from "../runtime/onnx-node.ts";
import { float32, int64 } from "../runtime/tensor.ts";
import type { Tensor } from "../runtime/tensor.ts";
import type { OpCase } from "./op-cases.ts";

export type Packed = { readonly shape: readonly number[]; readonly data: readonly number[] };
export type OpFixture = {
  readonly inputs: Readonly<Record<string, Packed & { readonly dtype: "float32" | "int64" }>>;
  readonly output: Packed;
  readonly upstream: Packed;
  readonly gradients: Readonly<Record<string, Packed>>;
};
type Inputs = Readonly<Record<string, Packed & { readonly dtype: "float32" | "int64" }>>;

export type GradientSession = {
  /** The operators of the graph before gradients were added. */
  readonly forwardOps: readonly string[];
  run(inputs: Inputs): Promise<{
    output: Float32Array;
    gradients: Record<string, Float32Array>;
  }>;
  release(): Promise<void>;
};

/** A session that computes a case's output, and the gradients of `sum(output * upstream)`. */
export async function gradientSession(
  { build, shapes }: OpCase,
  fixture: OpFixture,
): Promise<GradientSession> {
  const graph = newGraph({ mode: "training" });
  const entries = Object.entries(fixture.inputs).map(([name, { shape, dtype }]) => {
    const requiresGrad = Object.hasOwn(fixture.gradients, name);
    return [name, graph.input(name, shapes?.[name] ?? shape, dtype, { requiresGrad })] as const;
  });
  const output = build(Object.fromEntries(entries), graph);
  const forwardOps = graph.nodes.map((node) => node.opType);
  const upstream = graph.input("upstream", output.shape);
  const wanted = entries.filter(([, value]) => value.requiresGrad);
  const found = gradients(
    sum(multiply(output, upstream)),
    wanted.map(([, value]) => value),
  );
  const outputs = Object.fromEntries(wanted.map(([name], i) => [`d ${name}`, found[i]]));
  const model = toModel(graph, { outputs: { output, ...outputs } });
  const session = await onnxNode.createSession(encodeModel(model));
  const fetches = Object.fromEntries(session.outputNames.map((name) => [name, null]));
  return {
    forwardOps,
    async run(inputs) {
      const feeds: Record<string, Tensor> = {
        upstream: float32(fixture.upstream.data, fixture.upstream.shape),
      };
      for (const [name, { dtype, shape, data }] of Object.entries(inputs)) {
        feeds[name] = dtype === "int64" ? int64(data, shape) : float32(data, shape);
      }
      const used = Object.entries(feeds).filter(([name]) => session.inputNames.includes(name));
      const results = await session.run(Object.fromEntries(used), fetches);
      return {
        output: floats(results["output"]),
        gradients: Object.fromEntries(wanted.map(([name]) => [name, floats(results[`d ${name}`])])),
      };
    },
    release: () => session.release(),
  };
}

function floats({ data }: Tensor): Float32Array {
  if (data instanceof Float32Array) return data;
  throw new TypeError("expected a float32 tensor");
}

/** The largest difference, relative to the largest expected magnitude. */
export function relativeError(actual: ArrayLike<number>, expected: readonly number[]): number {
  if (actual.length !== expected.length) return Infinity;
  const size = Math.max(1e-30, ...expected.map(Math.abs));
  return Math.max(0, ...expected.map((value, i) => Math.abs(value - actual[i]) / size));
}

export type Slope = { slope: number; expected: number; scale: number };

/**
 * For each input, the slope of the loss along a fixed random direction by a five-point difference,
 * beside the gradient's product with that direction.
 */
export async function directionalSlopes(
  session: GradientSession,
  fixture: OpFixture,
): Promise<Slope[]> {
  const slopes: Slope[] = [];
  for (const [input, gradient] of Object.entries(fixture.gradients)) {
    const at = fixture.inputs[input];
    const direction = at.data.map((_, i) => Math.sin(12.9898 * (i + 1)) * 0.9 + 0.05);
    const lossAt = async (step: number): Promise<number> => {
      const data = at.data.map((value, i) => value + step * direction[i]);
      const { output } = await session.run({ ...fixture.inputs, [input]: { ...at, data } });
      return dot(fixture.upstream.data, output);
    };
    const h = 0.03;
    const [far, near] = [
      (await lossAt(2 * h)) - (await lossAt(-2 * h)),
      (await lossAt(h)) - (await lossAt(-h)),
    ];
    const slope = (8 * near - far) / (12 * h);
    const scale = Math.hypot(...gradient.data) * Math.hypot(...direction) + 1e-2;
    slopes.push({ slope, expected: dot(gradient.data, direction), scale });
  }
  return slopes;
}

function dot(a: readonly number[], b: ArrayLike<number>): number {
  return a.reduce((total, value, i) => total + value * b[i], 0);
}
