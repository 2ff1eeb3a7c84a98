import type { Definitions } from "../graph/definition.ts";
import { multiplyDimensions, showShape } from "../graph/dimension.ts";
import type { Dimension } from "../onnx/model.ts";
import { ShapeError } from "../graph/shape-error.ts";
import type { Value } from "../graph/value.ts";
import { zeros } from "../graph/zeros.ts";
import { fewRows } from "../ops/gather.ts";
import { gemm } from "../ops/matmul.ts";
import { expand, reshape, transpose } from "../ops/shape.ts";
import { requireType } from "./infer.ts";

type Gathers =
  "Gather" | "GatherElements" | "ScatterElements" | "OneHot" | "ConstantOfShape" | "Range";

/**
 * Adds the rows of `updates` `(N, H)` up at `ids` `(N)` into `(V, H)`. ONNX Runtime's `ScatterND` does this
 * in parallel and loses updates when ids repeat; `ScatterElements` is serial, and a product is always exact.
 */
function addRows(ids: Value, updates: Value, rows: Dimension): Value {
  const { graph } = ids;
  if (typeof rows === "number" && rows <= fewRows) {
    const offOn = graph.memo("one-hot values", () =>
      graph.constant("float32", [2], Float32Array.of(0, 1)),
    );
    const oneHot = graph.apply("OneHot", [ids, graph.scalar(rows, "int64"), offOn], { axis: -1 });
    return gemm(oneHot[0], updates, undefined, { transA: true });
  }
  const [n, columns] = updates.shape;
  const repeated = expand(reshape(ids, [n, 1]), [n, columns]);
  const target = zeros(graph, [rows, columns]);
  const attributes = { axis: 0, reduction: "add" } as const;
  return graph.apply("ScatterElements", [target, repeated, updates], attributes)[0];
}

export const gathers: Pick<Definitions, Gathers> = {
  Gather: {
    attributes: { axis: "int" },
    infer: ({ inputs: [x, indices], attributes: { axis } }) => {
      requireType("gather", indices, "int64");
      return [{ dtype: x.dtype, shape: x.shape.toSpliced(axis, 1, ...indices.shape) }];
    },
    vjp: ({ inputs: [x, indices], attributes: { axis }, gradient: d }) => [
      () => {
        const rows = x.shape[axis];
        // The gathered axes of d come first, what is left of x follows: (N, rest).
        const gathered = indices.shape.map((_, i) => axis + i);
        const kept = d.shape.map((_, i) => i).filter((i) => !gathered.includes(i));
        const front = axis === 0 ? d : transpose(d, [...gathered, ...kept]);
        const rest = kept.map((i) => d.shape[i]);
        const count = multiplyDimensions(indices.shape);
        const updates = reshape(front, [count, multiplyDimensions(rest)]);
        const sums = reshape(addRows(reshape(indices, [count]), updates, rows), [rows, ...rest]);
        const back = x.shape.map((_, i) => (i === axis ? 0 : i < axis ? i + 1 : i));
        return axis === 0 ? sums : transpose(sums, back);
      },
    ],
  },
  GatherElements: {
    attributes: { axis: "int" },
    infer: ({ inputs: [x, indices], attributes: { axis } }) => {
      requireType("takeAlongAxis", indices, "int64");
      const isSame =
        indices.rank === x.rank &&
        indices.shape.every((size, i) => i === axis || size === x.shape[i]);
      if (!isSame) {
        throw new ShapeError(
          `takeAlongAxis: indices ${showShape(indices.shape)} may differ from ${showShape(x.shape)} only along axis ${axis}`,
        );
      }
      return [{ dtype: x.dtype, shape: indices.shape }];
    },
    vjp: ({ inputs: [x, indices], attributes: { axis }, gradient: d }) => [
      () => {
        const inputs = [zeros(x.graph, x.shape), indices, d] as const;
        return x.graph.apply("ScatterElements", inputs, { axis, reduction: "add" })[0];
      },
    ],
  },
  ScatterElements: {
    attributes: { axis: "int", reduction: "string" },
    infer: ({ inputs: [x] }) => [{ dtype: x.dtype, shape: x.shape }],
    // For reduction "add": the sum's gradient goes to both terms.
    vjp: ({ inputs: [x, indices], attributes: { axis, reduction }, gradient: d }) => {
      if (reduction !== "add") {
        throw new ShapeError("ScatterElements: only reduction add has a gradient");
      }
      return [() => d, undefined, () => x.graph.apply("GatherElements", [d, indices], { axis })[0]];
    },
  },
  OneHot: {
    attributes: { axis: "int" },
    infer: ({ inputs: [indices, depth, values] }) => {
      const [size] = depth.ints ?? [];
      if (size === undefined) throw new ShapeError("oneHot: expected a constant depth");
      return [{ dtype: values.dtype, shape: [...indices.shape, size] }];
    },
    vjp: "zero",
  },
  ConstantOfShape: {
    attributes: { to: "build" },
    infer: ({ attributes: { to } }) => [{ dtype: "float32", shape: to }],
    vjp: "zero",
  },
  Range: {
    attributes: { length: "build" },
    infer: ({ inputs: [start], attributes: { length } }) => [
      { dtype: start.dtype, shape: [length] },
    ],
    vjp: "zero",
  },
};
