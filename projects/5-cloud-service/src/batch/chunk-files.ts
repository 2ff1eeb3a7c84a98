import { createHash } from "node:crypto";
import { createReadStream, existsSync } from "node:fs";
import { mkdir, open, rename, rm, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";

/**
 * What a run has so far: one file a chunk in a folder beside the output, each written whole or not at all.
 * A run that died goes on from here.
 */
export class ChunkFiles {
  readonly #output: string;
  readonly #folder: string;

  constructor(output: string) {
    this.#output = output;
    this.#folder = `${output}.chunks`;
  }

  async open(): Promise<void> {
    await mkdir(this.#folder, { recursive: true });
  }

  #path(index: number, key: string): string {
    return join(this.#folder, `${index}-${key.slice(0, 32)}`);
  }

  has(index: number, key: string): boolean {
    return existsSync(this.#path(index, key));
  }

  async write(index: number, key: string, content: string): Promise<void> {
    const path = this.#path(index, key);
    const draft = `${path}.${process.pid}.tmp`;
    await writeFile(draft, content);
    await rename(draft, path);
  }

  /** Joins the chunks to the output, which is there whole or not at all; returns its sha256. */
  async join(header: string, keys: readonly string[]): Promise<string> {
    const draft = join(this.#folder, `${basename(this.#output)}.tmp`);
    const hash = createHash("sha256").update(header);
    const file = await open(draft, "w");
    try {
      await file.write(header);
      for (const [index, key] of keys.entries()) {
        for await (const piece of createReadStream(this.#path(index, key))) {
          hash.update(piece);
          await file.write(piece);
        }
      }
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, this.#output);
    await rm(this.#folder, { recursive: true, force: true });
    return hash.digest("hex");
  }
}
