import type { Tensors } from "@ml-roadmap/model-server/worker";
import { OUTPUTS } from "../model/tensors.ts";

/** What one text was and what the model said of it. */
export interface Observation {
  tokens: number;
  unknown: number;
  label: string;
  /** Probability of the label. */
  score: number;
}

/** The observations in a model's outputs, one a text. */
export function observationsOf(outputs: Tensors): Observation[] {
  const column = (name: string) => outputs.get(name)!;
  const labels = column(OUTPUTS.label).data;
  const tokens = column(OUTPUTS.tokens).data;
  const unknown = column(OUTPUTS.unknown).data;
  const { data: probabilities, shape } = column(OUTPUTS.probabilities);
  const K = shape[1];
  return Array.from({ length: shape[0] }, (_, n) => ({
    label: String(labels[n]),
    tokens: Number(tokens[n]),
    unknown: Number(unknown[n]),
    score: Math.max(...Array.from({ length: K }, (_, k) => Number(probabilities[n * K + k]))),
  }));
}
