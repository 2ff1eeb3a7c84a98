import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Tokenizer } from "@huggingface/tokenizers";
import { inTurns, type TurnOptions } from "../async/in-turns.ts";
import type { specialTokens } from "./tokenizer-json.ts";

/** A text, or two, as token ids with the special tokens. */
export interface TokenizedText {
  readonly ids: readonly number[];
  /** 0 for the first text, 1 for the second. */
  readonly types: readonly number[];
}

/** Texts to token ids, as a checkpoint's `tokenizer.json` says. */
export class TextTokenizer {
  /** How many tokens there are. */
  readonly size: number;
  readonly #tokenizer: Tokenizer;
  readonly #remembered = new Map<string, Int32Array>();

  constructor(json: Record<string, unknown>, config: Record<string, unknown> = {}) {
    this.#tokenizer = new Tokenizer(json, config);
    this.size = this.#tokenizer.get_vocab(true).size;
  }

  /** Reads `tokenizer.json` and, where it is there, `tokenizer_config.json` of a checkpoint's folder. */
  static async load(folder: string): Promise<TextTokenizer> {
    const read = async (name: string, otherwise?: string): Promise<Record<string, unknown>> => {
      const path = join(folder, name);
      const text = await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
        if (error.code === "ENOENT" && otherwise !== undefined) return otherwise;
        throw new Error(`${path}: cannot be read (${error.code ?? error.message})`);
      });
      try {
        return JSON.parse(text);
      } catch {
        throw new Error(`${path}: expected JSON; the file may be cut off or an error page`);
      }
    };
    const [json, config] = [
      await read("tokenizer.json"),
      await read("tokenizer_config.json", "{}"),
    ];
    try {
      return new TextTokenizer(json, config);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new Error(`${join(folder, "tokenizer.json")}: is not a tokenizer (${reason})`, {
        cause: error,
      });
    }
  }

  /** The id of a special token. Throws when the vocabulary has none. */
  idOf(token: (typeof specialTokens)[number]): number {
    const id = this.#tokenizer.token_to_id(token);
    if (id === undefined) throw new Error(`tokenizer: the vocabulary has no ${token}`);
    return id;
  }

  /** The token with this id, "[UNK]" where there is none. */
  token(id: number): string {
    return this.#tokenizer.id_to_token(id) ?? "[UNK]";
  }

  /** The ids of a text's pieces, without special tokens. */
  pieces(text: string): number[] {
    const remembered = this.#remembered.get(text);
    if (remembered) return Array.from(remembered);
    return this.#tokenizer.encode(text, { add_special_tokens: false }).ids;
  }

  /** Cuts texts that will be asked for more than once, in turns with other work, and remembers their pieces. */
  async remember(texts: readonly string[], options?: TurnOptions<number>): Promise<void> {
    await inTurns(this.#remembering(texts), options);
  }

  /** Yields how many texts are done. */
  *#remembering(texts: readonly string[]): Generator<number, void, void> {
    for (const [i, text] of texts.entries()) {
      this.#remembered.set(text, Int32Array.from(this.pieces(text)));
      yield i + 1;
    }
  }

  /**
   * `[CLS] text [SEP]`, or `[CLS] text [SEP] pair [SEP]`, of at most `longest` tokens: what is too much
   * is cut from the end, of two texts from the longer one.
   */
  encode(text: string, pair: string | undefined, longest: number): TokenizedText {
    const first = this.pieces(text);
    const second = pair === undefined ? [] : this.pieces(pair);
    let over = first.length + second.length + (pair === undefined ? 2 : 3) - longest;
    for (; over > 0; over -= 1) (first.length >= second.length ? first : second).pop();
    const [cls, sep] = [this.idOf("[CLS]"), this.idOf("[SEP]")];
    const opening = [cls, ...first, sep];
    const closing = pair === undefined ? [] : [...second, sep];
    return {
      ids: [...opening, ...closing],
      types: [...opening.map(() => 0), ...closing.map(() => 1)],
    };
  }
}
