/** The tokens every BERT vocabulary opens with, in the order of their ids here. */
export const specialTokens = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"] as const;

/** What every piece of a word but its first begins with. */
export const continuation = "##";

/** Words longer than this many characters are unknown. */
export const longestWord = 100;

/**
 * A vocabulary as the `tokenizer.json` that Hugging Face's libraries read: BERT's normalisation (lower
 * case, no accents), words and punctuation apart, WordPiece, `[CLS] text [SEP]` or `[CLS] text [SEP] pair [SEP]`.
 * A token's id is its place in `vocabulary`, which must hold the special tokens.
 */
export function tokenizerJson(vocabulary: readonly string[]): Record<string, unknown> {
  const ids = new Map(vocabulary.map((token, id) => [token, id]));
  const special = specialTokens.map((content) => {
    const id = ids.get(content);
    if (id === undefined) throw new Error(`tokenizer: the vocabulary has no ${content}`);
    return { id, content };
  });
  const flags = { single_word: false, lstrip: false, rstrip: false, normalized: false };
  const template = (id: string, type: number) => ({ SpecialToken: { id, type_id: type } });
  const [cls, sep] = [template("[CLS]", 0), template("[SEP]", 0)];
  const first = { Sequence: { id: "A", type_id: 0 } };
  const second = { Sequence: { id: "B", type_id: 1 } };
  return {
    version: "1.0",
    truncation: null,
    padding: null,
    added_tokens: special.map(({ id, content }) => ({ id, content, ...flags, special: true })),
    normalizer: {
      type: "BertNormalizer",
      clean_text: true,
      handle_chinese_chars: true,
      strip_accents: null,
      lowercase: true,
    },
    pre_tokenizer: { type: "BertPreTokenizer" },
    post_processor: {
      type: "TemplateProcessing",
      single: [cls, first, sep],
      pair: [cls, first, sep, second, template("[SEP]", 1)],
      special_tokens: Object.fromEntries(
        special
          .filter(({ content }) => content === "[CLS]" || content === "[SEP]")
          .map(({ id, content }) => [content, { id: content, ids: [id], tokens: [content] }]),
      ),
    },
    decoder: { type: "WordPiece", prefix: continuation, cleanup: true },
    model: {
      type: "WordPiece",
      unk_token: "[UNK]",
      continuing_subword_prefix: continuation,
      max_input_chars_per_word: longestWord,
      vocab: Object.fromEntries(ids),
    },
  };
}

/** The `tokenizer_config.json` beside it. */
export function tokenizerConfigJson(longestSequence: number): Record<string, unknown> {
  return {
    tokenizer_class: "BertTokenizer",
    do_lower_case: true,
    model_max_length: longestSequence,
    pad_token: "[PAD]",
    unk_token: "[UNK]",
    cls_token: "[CLS]",
    sep_token: "[SEP]",
    mask_token: "[MASK]",
  };
}
