import type { Precision } from "../model/precision.ts";
import { chunkKey } from "./chunk-key.ts";
import type { InputText } from "./read-texts.ts";

/** Some texts of a file that are classified together, the same ones in every run. */
export interface Chunk {
  /** 0, 1, ... */
  index: number;
  key: string;
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
    return { index: index++, key, rows };
  };
  for await (const text of texts) {
    rows.push(text);
    if (rows.length < size) continue;
    yield make();
    rows = [];
  }
  if (rows.length > 0) yield make();
}
