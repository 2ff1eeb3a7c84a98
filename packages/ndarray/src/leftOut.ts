import { UnsupportedError } from "./core/errors.ts";

/** A function of NumPy's that this package leaves out: it throws, and says what to use instead. */
function leftOut(name: string, instead: string): (...args: readonly never[]) => never {
  return () => {
    throw new UnsupportedError(`${name}: not part of this package; ${instead}`);
  };
}

export const average = leftOut("average", "divide sum(weights * a) by sum(weights)");
export const percentile = leftOut("percentile", "use quantile with q / 100");
export const histogram = leftOut("histogram", "use searchsorted and bincount");
export const digitize = leftOut("digitize", "use searchsorted");
export const ptp = leftOut("ptp", "subtract min from max");
export const vstack = leftOut("vstack", "use concatenate with axis 0");
export const hstack = leftOut("hstack", "use concatenate with axis 1");
export const append = leftOut("append", "use concatenate");
export const insert = leftOut("insert", "use split and concatenate");
export const pad = leftOut("pad", "set the array into a larger one made by full");
export const meshgrid = leftOut("meshgrid", "use broadcastArrays with expandDims");
export const tensordot = leftOut("tensordot", "use einsum");
export const inner = leftOut("inner", "use einsum, or matmul with a transpose");
export const kron = leftOut("kron", "use einsum and reshape");
export const cross = leftOut("cross", "use einsum");
export const convolve = leftOut("convolve", "use matmul on a strided view");
export const interp = leftOut("interp", "use searchsorted");
export const lexsort = leftOut(
  "lexsort",
  "use argsort from the last key to the first: it is stable",
);
export const partition = leftOut("partition", "use sort");
export const nanmean = leftOut("nanmean", "use mean of the elements that isnan does not select");
export const nansum = leftOut("nansum", "use where to set NaNs to 0, then sum");
export const fft = leftOut("fft", "there is no Fourier transform here");
export const polyfit = leftOut("polyfit", "use linalg.lstsq on the powers of x");
export const vectorize = leftOut("vectorize", "compose the elementwise functions");
