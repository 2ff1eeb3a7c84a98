const brackets: Readonly<Record<string, string>> = {
  lrb: "(",
  rrb: ")",
  lsb: "[",
  rsb: "]",
  lcb: "{",
  rcb: "}",
};

/**
 * A text of the Penn Treebank, whose words stand apart ("it does n't work , -lrb- sadly -rrb-"), as people write it ("it
 * doesn't work, (sadly)"). A pretrained model has read such text: it knows "doesn", but hardly "does n". SST-2 needs
 * it for another reason, too: its development sentences have "-lrb-" where those of the training part have "("; in its
 * form of whole sentences that is "lrb".
 * An apostrophe that stands alone stays so: it may end a quotation or belong to the word before it.
 */
export function plainText(treebank: string): string {
  return treebank
    .replace(/(?<!\S)-?([lr][rsc]b)-?(?!\S)/gi, (_, name: string) => brackets[name.toLowerCase()])
    .replace(/``|''/g, '"')
    .replaceAll("`", "'")
    .replace(/\\([/*])/g, "$1")
    .replace(/(?<=[\p{L}\p{N}.]) (n't|'(?:s|re|ve|ll|d|m))(?!\p{L})/giu, "$1")
    .replace(/\b(can) (not)\b|\b(gon|wan) (na)\b|\b(got) (ta)\b/gi, "$1$2$3$4$5$6")
    .replace(/ ([,.;:!?%)\]}])(?!\S)/g, "$1")
    .replace(/(?<!\S)([([{$#]) /g, "$1");
}
