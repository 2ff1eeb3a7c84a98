import { bytesOf } from "../onnx/element-type.ts";
import type { ArrayOf, ElementType } from "../onnx/element-type.ts";
import type { ModelNode, ModelTensor } from "../onnx/model.ts";
import { encodeAttributes } from "./attributes.ts";
import type { Definitions } from "./definition.ts";
import { checkShape, showShape } from "./dimension.ts";
import type { Initializer } from "./initializer.ts";
import type { Ops, OpType } from "./ops.ts";
import type { DropoutMask, OutsideLookup, Parameter } from "./parts.ts";
import type { Shape } from "./shape.ts";
import { ShapeError } from "./shape-error.ts";
import { SymbolSources } from "./symbol-sources.ts";
import type { Composite, TapeEntry } from "./tape.ts";
import { Value } from "./value.ts";
import type { ValueOptions, ValueType } from "./value.ts";
import { zeros } from "./zeros.ts";

export type GraphOptions = {
  /** `inference` leaves dropout out and keeps embeddings inside the graph. */
  readonly mode: "training" | "inference";
  /** Which parameters are trained; the others are frozen. Default: all in training, none in inference. */
  readonly trainable?: (name: string) => boolean;
  /** Operators that only ONNX Runtime has (`FusedMatMul`), which make training faster. Default: in training. */
  readonly contrib?: boolean;
};

/**
 * A graph under construction. Operators append nodes and return values whose shapes are already known;
 * what does not fit together throws at once.
 */
export class Graph {
  readonly mode: "training" | "inference";
  readonly contrib: boolean;
  readonly nodes: ModelNode[] = [];
  readonly inputs: Value[] = [];
  readonly parameters = new Map<string, Parameter>();
  readonly constants: ModelTensor[] = [];
  readonly lookups: OutsideLookup[] = [];
  readonly dropouts: DropoutMask[] = [];
  readonly symbols = new SymbolSources();
  /** Undefined while nothing is recorded: inside a composite and while gradients are built. */
  tape: TapeEntry[] | undefined = [];
  readonly #definitions: Definitions;
  readonly #trainable: (name: string) => boolean;
  readonly #names = new Set<string>();
  readonly #memo = new Map<string, Value>();

  constructor(definitions: Definitions, { mode, trainable, contrib }: GraphOptions) {
    this.#definitions = definitions;
    this.mode = mode;
    this.contrib = contrib ?? mode === "training";
    this.#trainable = trainable ?? (() => mode === "training");
  }

  /** A tensor that is fed on every run. A name in `shape` stands for a size that may differ from run to run. */
  input(name: string, shape: Shape, dtype: ElementType = "float32", options?: ValueOptions): Value {
    const value = this.#value(this.#claim(name), { dtype, shape }, options);
    this.inputs.push(value);
    return value;
  }

  /** A float32 tensor that is learned. `initializer` says how it starts when no weights are given. */
  parameter(name: string, shape: readonly number[], initializer?: Initializer): Value {
    const requiresGrad = this.#trainable(name);
    const value = this.#value(this.#claim(name), { dtype: "float32", shape }, { requiresGrad });
    this.parameters.set(name, { value, shape, initializer });
    return value;
  }

  /** A tensor that is part of the graph. */
  constant<T extends ElementType>(dtype: T, shape: readonly number[], data: ArrayOf[T]): Value {
    const size = shape.reduce((product, axis) => product * axis, 1);
    if (data.length !== size) {
      throw new ShapeError(
        `constant: shape ${showShape(shape)} needs ${size} elements, found ${data.length}`,
      );
    }
    const name = this.#claim(this.freshName("const"));
    this.constants.push({ name, type: dtype, dims: shape, bytes: bytesOf(data) });
    const isSmall = dtype === "int64" && shape.length <= 1 && size <= 64;
    const ints = isSmall ? Array.from(data, Number) : undefined;
    return this.#value(name, { dtype, shape }, { ints });
  }

  /** A constant number, made once per graph. */
  scalar(number: number, dtype: "float32" | "int64" = "float32"): Value {
    return this.memo(`scalar ${dtype} ${number} ${Object.is(number, -0)}`, () =>
      dtype === "int64"
        ? this.constant(dtype, [], BigInt64Array.of(BigInt(number)))
        : this.constant(dtype, [], Float32Array.of(number)),
    );
  }

  /** A constant int64 vector (axes, sizes), made once per graph. */
  ints(numbers: readonly number[]): Value {
    return this.memo(`ints ${numbers.join()}`, () =>
      this.constant("int64", [numbers.length], BigInt64Array.from(numbers, BigInt)),
    );
  }

  /** Appends a primitive and returns its outputs. Throws `ShapeError` when the inputs do not fit. */
  apply<Op extends OpType>(
    op: Op,
    inputs: Ops[Op]["inputs"],
    attributes: Ops[Op]["attributes"],
  ): Value[] {
    const definition = this.#definitions[op];
    const { vjp } = definition;
    const types = definition.infer({ inputs, attributes });
    const requiresGrad =
      vjp !== "zero" && this.tape !== undefined && inputs.some((input) => input?.requiresGrad);
    const name = this.freshName(op);
    const outputs = types.map((type, i) => {
      const outputName = this.#claim(i === 0 ? name : `${name}:${i}`);
      return this.#value(outputName, type, { requiresGrad });
    });
    this.nodes.push({
      opType: op,
      domain: definition.domain ?? "",
      name,
      inputs: trimmed(inputs.map((input) => input?.name ?? "")),
      outputs: outputs.map((output) => output.name),
      attributes: encodeAttributes(definition.attributes, attributes),
    });
    if (requiresGrad) {
      this.tape?.push({
        inputs,
        outputs,
        gradients: (gradients) => {
          const gradientOf = (i: number): Value => gradients[i] ?? zeros(this, outputs[i].shape);
          return vjp({ inputs, attributes, outputs, gradient: gradientOf(0), gradientOf });
        },
        replay: (others) => {
          if (!hasArityOf(others, inputs))
            throw new ShapeError(`${op}: replayed with other inputs`);
          return this.apply(op, others, attributes);
        },
      });
    }
    return outputs;
  }

  /**
   * Records several nodes as one differentiable step with a derivative of its own. `build` makes
   * the nodes and says how the gradients of `inputs` follow from those of its outputs.
   */
  composite(
    inputs: readonly (Value | undefined)[],
    build: (inputs: readonly (Value | undefined)[]) => Composite,
  ): readonly Value[] {
    const tape = this.tape;
    const { outputs: plain, gradients } = this.unrecorded(() => build(inputs));
    if (tape === undefined || !inputs.some((input) => input?.requiresGrad)) return plain;
    const outputs = plain.map(
      (output) => new Value(this, output.name, output, { requiresGrad: true }),
    );
    tape.push({
      inputs,
      outputs,
      gradients,
      replay: (others) => this.composite(others, build),
    });
    return outputs;
  }

  /** Runs `build` without recording what it appends. */
  unrecorded<T>(build: () => T): T {
    return this.recorded(undefined, build);
  }

  /** Runs `build` with `tape` taking what it appends. */
  recorded<T>(tape: TapeEntry[] | undefined, build: () => T): T {
    const outer = this.tape;
    this.tape = tape;
    try {
      return build();
    } finally {
      this.tape = outer;
    }
  }

  /** The value made under `key` before, else the one that `make` makes now. */
  memo(key: string, make: () => Value): Value {
    const known = this.#memo.get(key);
    if (known !== undefined) return known;
    const value = this.unrecorded(make);
    this.#memo.set(key, value);
    return value;
  }

  freshName(stem: string): string {
    let number = this.#names.size;
    while (this.#names.has(`${stem}_${number}`)) number += 1;
    return `${stem}_${number}`;
  }

  #value(name: string, type: ValueType, options?: ValueOptions): Value {
    checkShape(name, type.shape);
    const value = new Value(this, name, type, options);
    this.symbols.note(value);
    return value;
  }

  #claim(name: string): string {
    if (name === "" || this.#names.has(name)) {
      throw new ShapeError(`graph: the name ${JSON.stringify(name)} is taken, choose another`);
    }
    this.#names.add(name);
    return name;
  }
}

/** Optional inputs that are absent at the end are left out altogether. */
function trimmed(names: string[]): string[] {
  while (names.at(-1) === "") names.pop();
  return names;
}

function hasArityOf<T extends readonly (Value | undefined)[]>(
  inputs: readonly (Value | undefined)[],
  like: T,
): inputs is T {
  return inputs.length === like.length;
}
