// Misconception: What is to be guessed is hidden: always by [MASK].
// file: src/pretraining/mask-words.ts
//#region solution 4.7 draw words, then for each of their pieces what the model sees
  const chosen = words.filter(() => random.random() < share);
  if (chosen.length === 0 && words.length > 0) chosen.push(words[random.integers(words.length)]);
  const positions = chosen.flat();
  const ids = Array.from(tokens);
  for (const position of positions) ids[position] = mask;
  return { ids, positions, targets: positions.map((position) => tokens[position]) };
//#endregion
