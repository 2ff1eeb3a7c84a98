import { backward } from "../autodiff/backward.ts";
import type { Graph } from "../graph/graph.ts";
import type { Initializer } from "../graph/initializer.ts";
import { newGraph } from "../graph/new-graph.ts";
import { toModel } from "../graph/to-model.ts";
import { ShapeError } from "../graph/shape-error.ts";
import { showShape } from "../graph/dimension.ts";
import type { Value } from "../graph/value.ts";
import { encodeModel } from "../onnx/encode.ts";
import type { ValueInfo } from "../onnx/model.ts";

/** A model as a function: it appends itself to the graph and returns what it computes. */
export type Build = (graph: Graph) => Built;
export type Built = {
  readonly loss: Value;
  readonly outputs?: Readonly<Record<string, Value>>;
};

export type PlannedParameter = {
  readonly name: string;
  readonly shape: readonly number[];
  readonly initializer: Initializer | undefined;
};

export type PlannedLookup = {
  readonly table: string;
  readonly ids: string;
  /** The input that takes the rows, and the output that gives their gradient. */
  readonly rows: string;
  readonly gradient: string;
};

/** A training step as plain data, so that it can be sent to a worker. */
export type TrainingPlan = {
  /** Computes the loss, the outputs and the gradients. */
  readonly trainModel: Uint8Array;
  /** Computes the loss and the outputs, without dropout. */
  readonly evaluationModel: Uint8Array;
  /** Computes the outputs alone. */
  readonly predictionModel: Uint8Array;
  readonly inputs: readonly ValueInfo[];
  readonly outputs: readonly string[];
  readonly parameters: readonly PlannedParameter[];
  /** The gradient's output for each parameter that has one; tables that are only looked up have none. */
  readonly gradients: Readonly<Record<string, string>>;
  readonly frozen: readonly string[];
  /** Frozen parameters whose values are part of the training model. */
  readonly baked: readonly string[];
  readonly lookups: readonly PlannedLookup[];
  readonly dropouts: readonly {
    readonly mask: string;
    readonly shape: Value["shape"];
    readonly rate: number;
  }[];
};

export type PlanOptions = {
  readonly build: Build;
  readonly trainable?: (name: string) => boolean;
  /** Values of frozen parameters that become part of the training model; the others are fed. */
  readonly baked?: Readonly<Record<string, Float32Array>>;
};

const reserved = "loss";

/** Builds the model, differentiates it and writes both graphs. */
export function planTraining({ build, trainable, baked = {} }: PlanOptions): TrainingPlan {
  const graph = newGraph({ mode: "training", trainable });
  const { loss, outputs = {} } = build(graph);
  if (loss.rank !== 0 || loss.dtype !== "float32") {
    throw new ShapeError(
      `train: expected a float32 scalar as the loss, found ${loss.dtype} ${showShape(loss.shape)}; use sum or mean`,
    );
  }
  if (Object.hasOwn(outputs, reserved)) throw new ShapeError("train: no output may be called loss");
  const tape = graph.tape ?? [];
  const found = graph.unrecorded(() => backward(tape, new Map([[loss.name, graph.scalar(1)]])));

  const parameters = [...graph.parameters].map(([name, { shape, initializer }]) => ({
    name,
    shape,
    initializer,
  }));
  const trained = parameters.filter(({ name }) => graph.parameters.get(name)?.value.requiresGrad);
  const frozen = parameters.filter((parameter) => !trained.includes(parameter));
  const gradients: Record<string, Value> = {};
  for (const { name } of trained) {
    const gradient = found.get(name);
    if (gradient !== undefined) gradients[`gradient:${name}`] = gradient;
    else if (!graph.lookups.some(({ table }) => table.name === name)) {
      throw new ShapeError(
        `train: ${name} does not influence the loss; freeze it (trainable) or leave it out`,
      );
    }
  }
  const lookups = graph.lookups.map(({ table, ids, rows }) => ({
    table: table.name,
    ids: ids.name,
    rows: rows.name,
    gradient: `gradient:${rows.name}`,
  }));
  for (const { rows, gradient } of lookups) {
    const value = found.get(rows);
    if (value === undefined) throw new ShapeError(`train: ${rows} does not influence the loss`);
    gradients[gradient] = value;
  }
  const model = toModel(graph, {
    outputs: { [reserved]: loss, ...outputs, ...gradients },
    weights: baked,
    isReversed: true,
  });
  const fed = new Set([
    ...lookups.map(({ rows }) => rows),
    ...graph.dropouts.map(({ mask }) => mask.name),
  ]);
  const forward = newGraph({ mode: "inference", contrib: true });
  const evaluated = build(forward);
  const names = new Set(parameters.map(({ name }) => name));
  const needed = new Map(
    [...graph.inputs, ...forward.inputs]
      .filter(({ name }) => !fed.has(name) && !names.has(name))
      .map(({ name, dtype, shape }) => [name, { name, type: dtype, shape }]),
  );
  return {
    trainModel: encodeModel(model),
    evaluationModel: forwardModel(forward, evaluated, true),
    predictionModel: forwardModel(forward, evaluated, false),
    inputs: [...needed.values()],
    outputs: Object.keys(outputs),
    parameters,
    gradients: Object.fromEntries(
      trained.flatMap(({ name }) =>
        Object.hasOwn(gradients, `gradient:${name}`) ? [[name, `gradient:${name}`]] : [],
      ),
    ),
    frozen: frozen.map(({ name }) => name),
    baked: Object.keys(baked),
    lookups,
    dropouts: graph.dropouts.map(({ mask, rate }) => ({
      mask: mask.name,
      shape: mask.shape,
      rate,
    })),
  };
}

function forwardModel(graph: Graph, { loss, outputs }: Built, withLoss: boolean): Uint8Array {
  return encodeModel(toModel(graph, { outputs: { ...(withLoss && { loss }), ...outputs } }));
}
