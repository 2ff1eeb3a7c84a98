// Misconception: A share of the words is that many of the first words.
// file: src/pretraining/mask-words.ts
//#region solution 4.7 draw words, then for each of their pieces what the model sees
  const chosen = words.slice(0, Math.max(1, Math.round(share * words.length)));
  const positions = chosen.flat();
  const ids = Array.from(tokens);
  for (const position of positions) {
    const luck = random.random();
    if (luck < 0.8) ids[position] = mask;
    else if (luck < 0.9) ids[position] = random.integers(vocabulary);
  }
  return { ids, positions, targets: positions.map((position) => tokens[position]) };
//#endregion
