import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { writeFileAtomic } from "@ml-roadmap/datasets";
import { fromTyped } from "@ml-roadmap/ndarray";
import { parse, requireTensor, SafetensorsError, serialize } from "@ml-roadmap/safetensors";
import type { Recipe } from "../data/recipe.ts";
import { InputError } from "../input-error.ts";
import type { FittedLogisticRegression } from "../model/fitted-logistic-regression.ts";
import { fromArrays, type ModelState, toState } from "../model/model-state.ts";
import { readText } from "./load-samples.ts";
import type { Trained } from "./train.ts";

const format = "ml-roadmap/logistic-regression";
const weightsFile = "model.safetensors";

/** model.json: all of a model but its weights, which are in model.safetensors. */
interface ModelJson {
  readonly format: typeof format;
  readonly formatVersion: 1;
  readonly name: string;
  readonly version: string;
  readonly architecture: Omit<ModelState, "coef" | "intercept"> & {
    readonly type: "logistic-regression";
    readonly features: readonly string[];
  };
  readonly input: {
    readonly shape: readonly [null, number];
    readonly scaling: { readonly mean: readonly number[]; readonly scale: readonly number[] };
    readonly recipe: Recipe;
  };
  /** The texts of the classes 0 and 1, and the probability from which on a row counts as the second. */
  readonly labels: readonly [string, string];
  readonly label: string;
  readonly threshold: number;
  readonly metrics: Readonly<Record<string, number>>;
  readonly data: { readonly description: string; readonly sha256: string; readonly rows: number };
  readonly seed: number;
  readonly gitCommit: string | null;
  readonly weights: { readonly file: typeof weightsFile; readonly sha256: string };
}

/** A model as read back, ready to predict from a table. */
export interface SavedModel {
  readonly model: FittedLogisticRegression;
  readonly recipe: Recipe;
  readonly label: string;
  readonly classNames: readonly [string, string];
  readonly threshold: number;
}

/** Writes model.safetensors, then model.json, each at once or not at all. */
export async function saveModel(
  folder: string,
  { model, recipe, results }: Trained,
): Promise<void> {
  const { coef, intercept, ...state } = toState(model);
  const [rows, features] = model.coef.shape;
  const weights = serialize({
    coef: { dtype: "F64", shape: [rows, features], data: Float64Array.from(coef.flat()) },
    intercept: { dtype: "F64", shape: [rows], data: Float64Array.from(intercept) },
  });
  const { data, test, split } = results;
  const json: ModelJson = {
    format,
    formatVersion: 1,
    name: "logistic-regression",
    version: results.createdAt,
    architecture: { type: "logistic-regression", features: recipe.featureNames, ...state },
    input: {
      shape: [null, features],
      scaling: { mean: recipe.mean, scale: recipe.scale },
      recipe,
    },
    labels: data.classNames,
    label: data.label,
    threshold: results.model.threshold,
    metrics: {
      testAccuracy: test.accuracy.estimate,
      testLogLoss: test.logLoss.estimate,
      testRocAuc: test.rocAuc.estimate,
    },
    data: { description: data.description, sha256: data.sha256, rows: data.rows },
    seed: split.seed,
    gitCommit: await gitCommit(),
    weights: { file: weightsFile, sha256: sha256(weights) },
  };
  await writeFileAtomic(join(folder, weightsFile), weights);
  await writeFileAtomic(join(folder, "model.json"), `${JSON.stringify(json, null, 1)}\n`);
}

/** Reads what `saveModel` wrote; throws InputError where the folder holds no model or its two files do not belong together. */
export async function loadModel(folder: string): Promise<SavedModel> {
  const json = await readModelJson(join(folder, "model.json"));
  const path = join(folder, weightsFile);
  const weights = await readFile(path).catch((error: unknown) => {
    throw new InputError(`${path}: cannot be read (${String(error)}); train the model again`);
  });
  if (sha256(weights) !== json.weights.sha256) {
    throw new InputError(
      `${path}: not the weights that model.json was written with; train the model again`,
    );
  }
  const { features, ...rest } = json.architecture;
  const rows = rest.classes.length === 2 ? 1 : rest.classes.length;
  try {
    const { tensors } = parse(weights);
    const coef = requireTensor(tensors, "coef", "F64", [rows, features.length]);
    const intercept = requireTensor(tensors, "intercept", "F64", [rows]);
    const model = fromArrays(
      rest,
      fromTyped(Float64Array.from(coef.data), [rows, features.length]),
      fromTyped(Float64Array.from(intercept.data), [rows]),
    );
    const { input, label, labels, threshold } = json;
    return { model, recipe: input.recipe, label, classNames: labels, threshold };
  } catch (error) {
    if (error instanceof SafetensorsError) throw new InputError(`${path}: ${error.message}`);
    throw error;
  }
}

async function readModelJson(path: string): Promise<ModelJson> {
  const text = await readText(path);
  let json: ModelJson | null;
  try {
    // The format's name and version, checked below, vouch for the rest.
    json = JSON.parse(text);
  } catch {
    throw new InputError(`${path}: it is no JSON; train the model again`);
  }
  if (json?.format !== format || json.formatVersion !== 1) {
    throw new InputError(`${path}: expected a model of the format ${format} 1; train one first`);
  }
  return json;
}

/** The commit of the code that trained, or null outside a git checkout. */
async function gitCommit(): Promise<string | null> {
  try {
    const folder = import.meta.dirname;
    const { stdout } = await promisify(execFile)("git", ["rev-parse", "HEAD"], { cwd: folder });
    return stdout.trim();
  } catch {
    return null;
  }
}

function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
