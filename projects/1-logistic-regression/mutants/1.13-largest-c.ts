// Misconception: a larger C is a stronger penalty.
// file: src/selection/one-standard-error.ts
//#region solution 1.13 one-standard-error rule
const means = path.map(({ losses }) => mean(losses));
const best = means.indexOf(Math.min(...means));
const { losses } = path[best];
const variance =
  losses.reduce((sum, loss) => sum + (loss - means[best]) ** 2, 0) / (losses.length - 1);
const limit = means[best] + Math.sqrt(variance / losses.length);
let chosen = best;
for (let i = 0; i < path.length; i++) {
  if (means[i] <= limit && path[i].C > path[chosen].C) chosen = i;
}
return chosen;
//#endregion
