// BERT's tokenizer over a vocabulary of our own, as Hugging Face's tokenizer.json has it.

const special = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"];

/** Special tokens, letters, and words by how often texts have them. */
export function smallVocabulary(texts: readonly string[], size: number): string[] {
  const characters = "abcdefghijklmnopqrstuvwxyz0123456789".split("");
  const marks = ".,!?;:'\"-()".split("");
  const counts = new Map<string, number>();
  for (const text of texts) {
    for (const word of text.toLowerCase().match(/[a-z]+/g) ?? []) {
      counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  const words = [...counts]
    .filter(([word]) => word.length > 1)
    .toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .map(([word]) => word);
  const pieces = characters.map((one) => `##${one}`);
  return [...special, ...characters, ...pieces, ...marks, ...words].slice(0, size);
}

/** The contents of tokenizer.json and tokenizer_config.json. */
export function smallTokenizer(vocabulary: readonly string[], longest: number) {
  const flags = { single_word: false, lstrip: false, rstrip: false, normalized: false };
  const token = (id: string) => ({ SpecialToken: { id, type_id: 0 } });
  return {
    tokenizer: {
      version: "1.0",
      truncation: null,
      padding: null,
      added_tokens: special.map((content, id) => ({ id, content, ...flags, special: true })),
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
        single: [token("[CLS]"), { Sequence: { id: "A", type_id: 0 } }, token("[SEP]")],
        pair: [token("[CLS]"), { Sequence: { id: "A", type_id: 0 } }, token("[SEP]")],
        special_tokens: Object.fromEntries(
          ["[CLS]", "[SEP]"].map((id) => [id, { id, ids: [special.indexOf(id)], tokens: [id] }]),
        ),
      },
      decoder: { type: "WordPiece", prefix: "##", cleanup: true },
      model: {
        type: "WordPiece",
        unk_token: "[UNK]",
        continuing_subword_prefix: "##",
        max_input_chars_per_word: 100,
        vocab: Object.fromEntries(vocabulary.map((piece, id) => [piece, id])),
      },
    },
    config: {
      tokenizer_class: "BertTokenizer",
      do_lower_case: true,
      model_max_length: longest,
      unk_token: "[UNK]",
      pad_token: "[PAD]",
    },
  };
}
