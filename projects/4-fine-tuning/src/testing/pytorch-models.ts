import { fileURLToPath } from "node:url";
import { golden } from "@ml-roadmap/testing";

// N texts, S tokens of the longest, K outputs.

/** What `fixtures/generate-models.py` computed with a checkpoint. */
export interface PytorchModel {
  readonly texts: readonly { readonly text: string; readonly pair?: string }[];
  /** `(N, S)`, padded with 0. */
  readonly ids: readonly (readonly number[])[];
  readonly mask: readonly (readonly number[])[];
  readonly types: readonly (readonly number[])[];
  /** `(N, K)` */
  readonly logits: readonly (readonly number[])[];
  /** Guessing hidden words, of the checkpoint "bert" only. */
  readonly masked: {
    readonly ids: readonly (readonly number[])[];
    readonly positions: readonly number[];
    readonly targets: readonly number[];
    readonly loss: number;
    readonly wordsGradient: readonly (readonly number[])[];
  };
}

export const pytorchNames = ["bert", "distilbert", "minilm"] as const;
export type PytorchName = (typeof pytorchNames)[number];

export function pytorchModel(name: PytorchName): PytorchModel {
  return golden<PytorchModel>(import.meta.url, `../../fixtures/models/${name}/expected.json`);
}

/** The checkpoint's folder. */
export function pytorchFolder(name: PytorchName): string {
  return fileURLToPath(new URL(`../../fixtures/models/${name}`, import.meta.url));
}
