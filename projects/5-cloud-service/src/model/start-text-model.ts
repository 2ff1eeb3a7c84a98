import {
  badRequest,
  ModelError,
  threadedModel,
  workerFile,
  type Model,
  type Tensors,
} from "@ml-roadmap/model-server";
import { TEXT } from "./tensors.ts";
import type { TextModelOptions } from "./text-model.ts";

/** Characters of the longest text; a model reads some hundred tokens of it at most. */
export const LONGEST_TEXT = 20_000;

export interface StartOptions extends TextModelOptions {
  /** Threads that compute, each with a copy of the model. */
  workers: number;
  onFault?: (error: unknown) => void;
}

const textsOf = (inputs: Tensors): ArrayLike<unknown> => inputs.get(TEXT)!.data;

/** Refuses texts that cannot be classified, before they share a batch with others'. */
function check(inputs: Tensors): void {
  for (const text of Array.from(textsOf(inputs))) {
    if (typeof text === "string" && text.length > LONGEST_TEXT) {
      throw badRequest(
        `${TEXT}: expected at most ${LONGEST_TEXT} characters, found ${text.length}`,
      );
    }
  }
}

/** A text model that computes in threads of its own. Throws `ModelError` when the folder cannot be used. */
export async function startTextModel(options: StartOptions): Promise<Model> {
  const { workers, onFault, ...data } = options;
  const file = workerFile("text-worker", import.meta.url);
  try {
    return await threadedModel(file, {
      data,
      threads: workers,
      check,
      ...(onFault && { onFault }),
    });
  } catch (error) {
    throw new ModelError(error instanceof Error ? error.message : String(error));
  }
}
