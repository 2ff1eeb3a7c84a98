import { rm, writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { DataError } from "../data/labelled-text.ts";
import { ChunkFiles } from "./chunk-files.ts";
import { chunksOf, type Chunk } from "./chunks.ts";
import type { Precision } from "../model/precision.ts";
import { readTexts } from "./read-texts.ts";
import { DeadLetter, type Engine } from "./scored.ts";
import { rowFormat } from "./write-rows.ts";

export interface ScoreOptions {
  input: string;
  output: string;
  textColumn?: string;
  idColumn?: string;
  chunkSize?: number;
  model: { digest: string; precision: Precision };
  engine: Engine;
  onProgress?: (done: number, texts: number) => void;
}

export interface ScoreResult {
  texts: number;
  chunks: number;
  /** Chunks that an earlier run had done. */
  resumed: number;
  /** Of the output. */
  sha256: string;
}

/**
 * Classifies every text of a file, in chunks, and writes one row for each, in the input's order. Killed at any
 * moment it leaves no output, and goes on where it was when it is run again.
 *
 * @throws DeadLetter when chunks could not be computed; they are listed in `<output>.dead.jsonl`, and the next
 *   run tries them again
 */
export async function scoreFile(options: ScoreOptions): Promise<ScoreResult> {
  const { input, output, model, engine, onProgress, chunkSize = 200 } = options;
  const { textColumn = "text", idColumn = "id" } = options;
  const format = rowFormat(output);
  if (resolve(input) === resolve(output)) {
    throw new DataError(`${output}: the output would replace the input`);
  }
  const files = new ChunkFiles(output);
  await files.open();
  const rowsKeys: string[] = [];
  const dead: { chunk: Chunk; reason: string }[] = [];
  const open = new Set<Promise<void>>();
  let [texts, done, resumed] = [0, 0, 0];
  let fault: { error: unknown } | undefined;

  const compute = async (chunk: Chunk) => {
    const { index, key, rowsKey, rows } = chunk;
    try {
      const scored = await engine.score(
        key,
        rows.map(({ text }) => text),
      );
      await files.write(index, rowsKey, format.rows(rows, scored, index * chunkSize));
      done += rows.length;
      onProgress?.(done, texts);
    } catch (error) {
      if (error instanceof DeadLetter) dead.push({ chunk, reason: error.message });
      else fault ??= { error };
    }
  };

  for await (const chunk of chunksOf(
    readTexts(input, { textColumn, idColumn }),
    chunkSize,
    model,
  )) {
    rowsKeys.push(chunk.rowsKey);
    texts += chunk.rows.length;
    if (files.has(chunk.index, chunk.rowsKey)) {
      resumed += 1;
      done += chunk.rows.length;
      continue;
    }
    const running = compute(chunk).finally(() => open.delete(running));
    open.add(running);
    if (open.size >= engine.ahead) await Promise.race(open);
    if (fault) break;
  }
  await Promise.all(open);
  if (fault) throw fault.error;
  const list = `${output}.dead.jsonl`;
  if (dead.length > 0) {
    const lines = dead.map(({ chunk, reason }) =>
      JSON.stringify({ chunk: chunk.index, key: chunk.key, reason, rows: chunk.rows }),
    );
    await writeFile(list, `${lines.join("\n")}\n`);
    throw new DeadLetter(
      `${dead.length} of ${rowsKeys.length} chunks could not be computed; ${list} has them and why. Run it again to try them again.`,
    );
  }
  await rm(list, { force: true });
  const sha256 = await files.join(format.header, rowsKeys);
  return { texts, chunks: rowsKeys.length, resumed, sha256 };
}
