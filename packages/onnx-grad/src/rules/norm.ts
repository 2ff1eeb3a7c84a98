import type { Definitions } from "../graph/definition.ts";
import { multiplyDimensions, showShape } from "../graph/dimension.ts";
import { sameShape } from "../graph/shape.ts";
import { ShapeError } from "../graph/shape-error.ts";
import type { Value, ValueType } from "../graph/value.ts";
import { multiply, subtract } from "../ops/elementwise.ts";
import { gemm } from "../ops/matmul.ts";
import { reshape } from "../ops/shape.ts";
import { unbroadcast } from "../ops/unbroadcast.ts";
import { float } from "./infer.ts";

function checkScale(operation: string, x: Value, scale: Value | undefined): void {
  if (scale === undefined || sameShape(scale.shape, x.shape.slice(-1))) return;
  throw new ShapeError(
    `${operation}: x ${showShape(x.shape)} needs scale and bias of shape ${showShape(x.shape.slice(-1))}, found ${showShape(scale.shape)}`,
  );
}

function statistics(x: Value): ValueType {
  return { dtype: x.dtype, shape: [...x.shape.slice(0, -1), 1] };
}

/** The mean over the last axis of `x * scale`, as one matrix-vector product: `(..., H) -> (..., 1)`. */
function scaledMean(x: Value, scale: Value): Value {
  const size = x.shape[x.rank - 1];
  const rows = reshape(x, [multiplyDimensions(x.shape.slice(0, -1)), size]);
  const mean = gemm(rows, reshape(scale, [size, 1]), undefined, { alpha: 1 / Number(size) });
  return reshape(mean, [...x.shape.slice(0, -1), 1]);
}

/** `make`, called once however often it is asked for. */
function once(make: () => Value): () => Value {
  let value: Value | undefined;
  return () => (value ??= make());
}

// xhat is the normalised x, s = 1 / standard deviation (or 1 / root mean square), w the scale, d the gradient.
export const norms: Pick<Definitions, "LayerNormalization" | "SimplifiedLayerNormalization"> = {
  LayerNormalization: {
    attributes: { axis: "int", epsilon: "float" },
    infer: ({ inputs: [x, scale, bias] }) => {
      checkScale("layerNorm", x, scale);
      checkScale("layerNorm", x, bias);
      return [float("layerNorm", x), statistics(x), statistics(x)];
    },
    // dx = s (d w - mean(d w) - xhat mean(d w xhat)), dw = sum(d xhat), dbias = sum(d)
    vjp: ({ inputs: [x, w, bias], outputs: [, mean, s], gradient: d }) => {
      const xhat = once(() => multiply(subtract(x, mean), s));
      const dXhat = once(() => multiply(d, xhat()));
      return [
        () => {
          const centred = subtract(multiply(d, w), scaledMean(d, w));
          return multiply(subtract(centred, multiply(xhat(), scaledMean(dXhat(), w))), s);
        },
        () => unbroadcast(dXhat(), w.shape),
        bias && (() => unbroadcast(d, bias.shape)),
      ];
    },
  },
  SimplifiedLayerNormalization: {
    attributes: { axis: "int", epsilon: "float" },
    infer: ({ inputs: [x, scale] }) => {
      checkScale("rmsNorm", x, scale);
      return [float("rmsNorm", x), statistics(x)];
    },
    // dx = s (d w - xhat mean(d w xhat)), dw = sum(d xhat)
    vjp: ({ inputs: [x, w], outputs: [, s], gradient: d }) => {
      const xhat = once(() => multiply(x, s));
      const dXhat = once(() => multiply(d, xhat()));
      return [
        () => multiply(subtract(multiply(d, w), multiply(xhat(), scaledMean(dXhat(), w))), s),
        () => unbroadcast(dXhat(), w.shape),
      ];
    },
  },
};
