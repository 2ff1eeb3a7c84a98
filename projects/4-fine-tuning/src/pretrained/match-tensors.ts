type Shape = readonly number[];

export interface Mismatch {
  /** Tensors that the model needs and the checkpoint has not. */
  readonly missing: readonly string[];
  /** Tensors of the checkpoint that the model has no place for. */
  readonly extra: readonly string[];
  /** Tensors of another shape than the model's. */
  readonly misshapen: readonly {
    readonly name: string;
    readonly expected: Shape;
    readonly found: Shape;
  }[];
}

/** Compares what a model needs with what a checkpoint has, by name and shape. */
export function matchTensors(
  expected: ReadonlyMap<string, Shape>,
  found: ReadonlyMap<string, Shape>,
): Mismatch {
  const both = [...expected].flatMap(([name, shape]) => {
    const given = found.get(name);
    return given === undefined ? [] : [{ name, expected: shape, found: given }];
  });
  return {
    missing: [...expected.keys()].filter((name) => !found.has(name)),
    extra: [...found.keys()].filter((name) => !expected.has(name)),
    misshapen: both.filter((tensor) => tensor.expected.join() !== tensor.found.join()),
  };
}

/** A mismatch as lines of text, every tensor by name. */
export function describeMismatch({ missing, extra, misshapen }: Mismatch): string[] {
  return [
    ...missing.map((name) => `missing: ${name}`),
    ...misshapen.map(
      ({ name, expected, found }) =>
        `wrong shape: ${name}, expected [${expected.join(", ")}], found [${found.join(", ")}]`,
    ),
    ...extra.map((name) => `not used: ${name}`),
  ];
}
