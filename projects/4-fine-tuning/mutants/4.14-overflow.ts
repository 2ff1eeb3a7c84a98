// Misconception: logits are small numbers, exp of them is safe.
// file: src/evaluation/temperature.ts
//#region solution 4.14 one temperature by least log loss
const slope = (b: number) => {
  let total = 0;
  for (let i = 0; i < targets.length; i++) {
    const row = Array.from({ length: classes }, (_, k) => logits[i * classes + k]);
    let [sum, weighted] = [0, 0];
    for (const z of row) {
      const e = Math.exp(b * z);
      sum += e;
      weighted += e * z;
    }
    total += weighted / sum - row[targets[i]];
  }
  return total;
};
let [low, high] = [1 / temperatureRange.high, 1 / temperatureRange.low];
if (slope(low) >= 0) return 1 / low;
if (slope(high) <= 0) return 1 / high;
while (high / low > 1 + 1e-8) {
  const middle = Math.sqrt(low * high);
  if (slope(middle) < 0) low = middle;
  else high = middle;
}
return 1 / Math.sqrt(low * high);
//#endregion
