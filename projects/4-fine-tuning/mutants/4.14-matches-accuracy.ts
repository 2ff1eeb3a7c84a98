// Misconception: a model is calibrated when its mean confidence is its accuracy, whatever the log loss says.
// file: src/evaluation/temperature.ts
//#region solution 4.14 one temperature by least log loss
const gap = (T: number) => {
  let total = 0;
  for (let i = 0; i < targets.length; i++) {
    const row = Array.from({ length: classes }, (_, k) => logits[i * classes + k]);
    const most = Math.max(...row);
    const sum = row.reduce((all, z) => all + Math.exp((z - most) / T), 0);
    total += 1 / sum - Number(row[targets[i]] === most);
  }
  return total;
};
let { low, high }: { low: number; high: number } = temperatureRange;
if (gap(low) <= 0) return low;
if (gap(high) >= 0) return high;
while (high / low > 1 + 1e-8) {
  const middle = Math.sqrt(low * high);
  if (gap(middle) > 0) low = middle;
  else high = middle;
}
return Math.sqrt(low * high);
//#endregion
