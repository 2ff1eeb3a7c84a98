// Misconception: The targets are what stands at the positions, once everything is hidden.
// file: src/pretraining/mask-words.ts
//#region solution 4.7 draw words, then for each of their pieces what the model sees
  const chosen = words.filter(() => random.random() < share);
  if (chosen.length === 0 && words.length > 0) chosen.push(words[random.integers(words.length)]);
  const positions = chosen.flat();
  const ids = Array.from(tokens);
  for (const position of positions) {
    const luck = random.random();
    if (luck < 0.8) ids[position] = mask;
    else if (luck < 0.9) ids[position] = random.integers(vocabulary);
  }
  return { ids, positions, targets: positions.map((position) => ids[position]) };
//#endregion
