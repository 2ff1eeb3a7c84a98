/** A decreasing density under 256 strips of equal area; strip 0 is the base with the tail. */
export interface Ziggurat {
  /** Right edge of the base strip, where the tail begins. */
  readonly tail: number;
  /** A strip's width divided by the number of random integers that are spread over it. */
  readonly width: Float64Array;
  /** Integers below this lie in the strip under the density for certain. */
  readonly accept: Float64Array;
  /** The density at each strip's right edge. */
  readonly density: Float64Array;
}

/**
 * The tables of a ziggurat with `bits` random bits to a strip. A draw is `integer * width`, so the
 * edges must be NumPy's to the last bit; the rest only decides what is accepted and may follow
 * from them: an error of one ulp there changes a draw once in 2^50.
 *
 * Source: Marsaglia and Tsang, The Ziggurat Method for Generating Random Variables, 2000.
 */
export function ziggurat(edges: Float64Array, bits: number, f: (x: number) => number): Ziggurat {
  const scale = 2 ** bits;
  const tail = edges[255];
  const accept = new Float64Array(256);
  accept[0] = Math.round((tail / edges[0]) * scale);
  for (let i = 2; i < 256; i++) accept[i] = Math.round((edges[i - 1] / edges[i]) * scale);
  const density = edges.map(f);
  density[0] = 1;
  return { tail, width: edges.map((edge) => edge / scale), accept, density };
}

/** The 256 edges that `zigguratEdges.ts` keeps as text. */
export function decodeEdges(base64: string): Float64Array {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const view = new DataView(bytes.buffer);
  return Float64Array.from({ length: 256 }, (_, i) => view.getFloat64(8 * i, true));
}
