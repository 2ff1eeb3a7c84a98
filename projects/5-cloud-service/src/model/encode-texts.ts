import { Tokenizer } from "@huggingface/tokenizers";
import type { ModelFolder } from "./read-model-folder.ts";

/** A text as numbers. */
export interface EncodedText {
  ids: readonly number[];
  /** How many tokens the whole text has; more than `ids` when it was cut. */
  tokens: number;
  /** How many of them the vocabulary does not know. */
  unknown: number;
}

/** What turns texts into numbers: at most `longest` tokens a text, whose last one stays the closing one. */
export function textEncoder(model: ModelFolder): (text: string) => EncodedText {
  const { longest } = model;
  const tokenizer = new Tokenizer(model.tokenizer, model.tokenizerConfig);
  const unknownId = tokenizer.token_to_id(unknownToken(model.tokenizer)) ?? -1;
  return (text) => {
    // The types of the package do not resolve for Node.
    const ids: number[] = tokenizer.encode(text).ids;
    const unknown = ids.reduce((count, id) => count + Number(id === unknownId), 0);
    const kept = ids.length <= longest ? ids : [...ids.slice(0, longest - 1), ids.at(-1)!];
    return { ids: kept, tokens: ids.length, unknown };
  };
}

function unknownToken(tokenizer: object): string {
  const model: unknown = "model" in tokenizer ? tokenizer.model : undefined;
  if (typeof model !== "object" || model === null || !("unk_token" in model)) return "[UNK]";
  return typeof model.unk_token === "string" ? model.unk_token : "[UNK]";
}
