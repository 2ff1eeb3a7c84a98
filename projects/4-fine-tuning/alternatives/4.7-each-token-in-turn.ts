// Alternative: Goes through the tokens, and keeps for each word whether it was drawn.
// file: src/pretraining/mask-words.ts
//#region solution 4.7 draw words, then for each of their pieces what the model sees
  const drawn = new Set<number>();
  for (const word of words) {
    if (random.random() < share) for (const position of word) drawn.add(position);
  }
  if (drawn.size === 0 && words.length > 0) {
    for (const position of words[Math.floor(random.random() * words.length)]) drawn.add(position);
  }
  const result = { ids: Array.from(tokens), positions: [] as number[], targets: [] as number[] };
  for (let position = 0; position < tokens.length; position += 1) {
    if (!drawn.has(position)) continue;
    result.positions.push(position);
    result.targets.push(tokens[position]);
    const die = random.integers(10);
    if (die > 1) result.ids[position] = mask;
    else if (die === 1) result.ids[position] = Math.floor(random.random() * vocabulary);
  }
  return result;
//#endregion
