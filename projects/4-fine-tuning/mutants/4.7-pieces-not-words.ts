// Misconception: Pieces are what the model sees, so each piece is drawn by itself.
// file: src/pretraining/mask-words.ts
//#region solution 4.7 draw words, then for each of their pieces what the model sees
  const all = words.flat();
  const positions = all.filter(() => random.random() < share);
  if (positions.length === 0 && words.length > 0) positions.push(...words[random.integers(words.length)]);
  const ids = Array.from(tokens);
  for (const position of positions) {
    const luck = random.random();
    if (luck < 0.8) ids[position] = mask;
    else if (luck < 0.9) ids[position] = random.integers(vocabulary);
  }
  return { ids, positions, targets: positions.map((position) => tokens[position]) };
//#endregion
