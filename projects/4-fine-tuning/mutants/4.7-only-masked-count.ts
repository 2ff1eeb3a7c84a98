// Misconception: Only where [MASK] stands is there something to guess.
// file: src/pretraining/mask-words.ts
//#region solution 4.7 draw words, then for each of their pieces what the model sees
  const chosen = words.filter(() => random.random() < share);
  if (chosen.length === 0 && words.length > 0) chosen.push(words[random.integers(words.length)]);
  const ids = Array.from(tokens);
  for (const position of chosen.flat()) {
    const luck = random.random();
    if (luck < 0.8) ids[position] = mask;
    else if (luck < 0.9) ids[position] = random.integers(vocabulary);
  }
  const positions = chosen.flat().filter((position) => ids[position] === mask);
  return { ids, positions, targets: positions.map((position) => tokens[position]) };
//#endregion
