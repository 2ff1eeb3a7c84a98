import { createHash } from "node:crypto";
import type { Precision } from "../model/precision.ts";
import { chunkKey } from "./chunk-key.ts";
import type { InputText } from "./read-texts.ts";

/** Some texts of a file that are classified together, the same ones in every run. */
export interface Chunk {
  /** 0, 1, ... */
  index: number;
  /** Of what the model says of its texts. */
  key: string;
  /** Of its rows in the output, which have the input's ids and are numbered as well. */
  rowsKey: string;
  rows: readonly InputText[];
}

/** Cuts texts into chunks of `size`. */
export async function* chunksOf(
  texts: AsyncIterable<InputText>,
  size: number,
  model: { digest: string; precision: Precision },
): AsyncGenerator<Chunk> {
  let rows: InputText[] = [];
  let index = 0;
  const make = (): Chunk => {
    const content = { model: model.digest, precision: model.precision };
    const key = chunkKey({ ...content, texts: rows.map(({ text }) => text) });
    const ids = rows.map(({ id }) => id);
    const rowsKey = createHash("sha256").update(JSON.stringify([key, index * size, ids]));
    return { index: index++, key, rowsKey: rowsKey.digest("hex"), rows };
  };
  for await (const text of texts) {
    rows.push(text);
    if (rows.length < size) continue;
    yield make();
    rows = [];
  }
  if (rows.length > 0) yield make();
}
