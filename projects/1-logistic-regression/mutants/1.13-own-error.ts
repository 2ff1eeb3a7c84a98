// Misconception: a candidate is close enough when the best lies within its own standard error.
// file: src/selection/one-standard-error.ts
//#region solution 1.13 one-standard-error rule
const means = path.map(({ losses }) => mean(losses));
const best = means.indexOf(Math.min(...means));
const error = (i: number) => {
  const { losses } = path[i];
  const variance =
    losses.reduce((sum, loss) => sum + (loss - means[i]) ** 2, 0) / (losses.length - 1);
  return Math.sqrt(variance / losses.length);
};
let chosen = best;
for (let i = 0; i < path.length; i++) {
  if (means[i] <= means[best] + error(i) && path[i].C < path[chosen].C) chosen = i;
}
return chosen;
//#endregion
