import * as og from "@ml-roadmap/onnx-grad";
import type { TokenizedText } from "../tokenizer/text-tokenizer.ts";

// B texts, S tokens of the longest.

/** The encoder's inputs for a batch, int64 `(B, S)` each. */
export type EncoderInputs = Readonly<
  Record<"input_ids" | "attention_mask" | "token_type_ids", og.Tensor>
>;

/**
 * Texts of different lengths as one batch: ids filled up with `padding` to the longest text's length, a mask that is 1
 * for tokens and 0 for padding, and the tokens' types (0 for padding).
 */
export function padded(texts: readonly TokenizedText[], padding: number): EncoderInputs {
  const batch = texts.length;
  const sequence = Math.max(1, ...texts.map(({ ids }) => ids.length));
  const ids = new BigInt64Array(batch * sequence).fill(BigInt(padding));
  const mask = new BigInt64Array(batch * sequence);
  const types = new BigInt64Array(batch * sequence);
  //#region solution 4.3 each text at the start of its row, with its mask and types
  for (const [row, text] of texts.entries()) {
    for (const [column, id] of text.ids.entries()) {
      const place = row * sequence + column;
      ids[place] = BigInt(id);
      mask[place] = 1n;
      types[place] = BigInt(text.types[column]);
    }
  }
  //#endregion
  const shape = [batch, sequence];
  return {
    input_ids: og.int64(ids, shape),
    attention_mask: og.int64(mask, shape),
    token_type_ids: og.int64(types, shape),
  };
}
