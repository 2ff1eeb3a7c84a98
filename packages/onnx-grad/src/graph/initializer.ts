/** How a parameter starts when no weights are given, by its shape. */
export type Initializer =
  | { readonly kind: "zeros" }
  | { readonly kind: "ones" }
  /** Normal with mean 0 and this standard deviation. */
  | { readonly kind: "normal"; readonly std: number }
  /** Uniform between plus and minus `1 / sqrt(fan in)`, as PyTorch's linear and convolution layers. */
  | { readonly kind: "fanIn" };

export const zeros: Initializer = { kind: "zeros" };
export const ones: Initializer = { kind: "ones" };
export const fanIn: Initializer = { kind: "fanIn" };

export function normal(std: number): Initializer {
  return { kind: "normal", std };
}
