// Alternative: candidates sorted by C; the first within reach.
// file: src/selection/one-standard-error.ts
//#region solution 1.13 one-standard-error rule
const scored = path.map(({ C, losses }, index) => ({ index, C, losses, loss: mean(losses) }));
const best = scored.reduce((a, b) => (b.loss < a.loss ? b : a));
const squares = best.losses.map((loss) => (loss - best.loss) ** 2);
const error = Math.sqrt(mean(squares) / (best.losses.length - 1));
const simplest = scored.toSorted((a, b) => a.C - b.C).find(({ loss }) => loss <= best.loss + error);
return (simplest ?? best).index;
//#endregion
