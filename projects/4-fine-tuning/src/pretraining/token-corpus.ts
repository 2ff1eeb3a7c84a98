import type { TextTokenizer } from "../tokenizer/text-tokenizer.ts";

/** Token sequences in one array, `[CLS] ... [SEP]` each: 25 million tokens in 50 MB. */
export interface TokenCorpus {
  readonly tokens: Uint16Array;
  /** Where each sequence starts, and at last where the last one ends. */
  readonly starts: Uint32Array;
}

/** Sequences shorter than this many pieces say too little to guess words from. */
const shortest = 8;

/**
 * Cuts texts into sequences of at most `longest` tokens; a text's last sequence is shorter.
 * `onText` is called after each text.
 */
export async function tokenCorpus(
  texts: AsyncIterable<string>,
  tokenizer: TextTokenizer,
  longest: number,
  onText?: () => void,
): Promise<TokenCorpus> {
  if (tokenizer.size > 65_536) {
    throw new RangeError(`pretrain: a vocabulary of ${tokenizer.size} does not fit 16-bit ids`);
  }
  const [cls, sep] = [tokenizer.idOf("[CLS]"), tokenizer.idOf("[SEP]")];
  let tokens = new Uint16Array(1 << 20);
  let length = 0;
  const starts = [0];
  for await (const text of texts) {
    const pieces = tokenizer.pieces(text);
    for (let from = 0; from < pieces.length; from += longest - 2) {
      const part = pieces.slice(from, from + longest - 2);
      if (part.length < shortest) continue;
      if (length + longest > tokens.length) tokens = enlarged(tokens);
      tokens.set([cls, ...part, sep], length);
      length += part.length + 2;
      starts.push(length);
    }
    onText?.();
  }
  return { tokens: tokens.slice(0, length), starts: Uint32Array.from(starts) };
}

function enlarged(tokens: Uint16Array): Uint16Array<ArrayBuffer> {
  const larger = new Uint16Array(2 * tokens.length);
  larger.set(tokens);
  return larger;
}

export function sequenceCount({ starts }: TokenCorpus): number {
  return starts.length - 1;
}

/** A view of one sequence. */
export function sequence({ tokens, starts }: TokenCorpus, index: number): Uint16Array {
  return tokens.subarray(starts[index], starts[index + 1]);
}
