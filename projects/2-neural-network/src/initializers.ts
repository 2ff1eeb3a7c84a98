import { fromTyped, type Generator, type NDArray } from "@ml-roadmap/ndarray";

/** Draws a float32 array of this shape whose elements are independent normals of this deviation. */
function normal(shape: number[], deviation: number, random: Generator): NDArray {
  const count = shape.reduce((product, size) => product * size, 1);
  const values = Float32Array.from({ length: count }, () => deviation * random.standardNormal());
  return fromTyped(values, shape);
}

/**
 * He initialisation, for layers that a ReLU follows: normal with `σ = sqrt(2 / fanIn)`, so that
 * the variance of activations neither grows nor shrinks with depth (He et al. 2015, eq. 10).
 *
 * @param fanIn number of inputs that one output sums over
 */
export function heNormal(shape: number[], fanIn: number, random: Generator): NDArray {
  //#region solution 2.2 He initialisation
  return normal(shape, Math.sqrt(2 / fanIn), random);
  //#endregion
}

/**
 * Xavier initialisation, for tanh, sigmoid and linear layers: normal with
 * `σ = sqrt(2 / (fanIn + fanOut))`, a compromise between the forward and the backward pass
 * (Glorot and Bengio 2010, eq. 12).
 *
 * @param fanIn number of inputs that one output sums over
 * @param fanOut number of outputs that one input feeds
 */
export function xavierNormal(
  shape: number[],
  fanIn: number,
  fanOut: number,
  random: Generator,
): NDArray {
  //#region solution 2.2 Xavier initialisation
  return normal(shape, Math.sqrt(2 / (fanIn + fanOut)), random);
  //#endregion
}
