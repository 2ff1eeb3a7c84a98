// Alternative: golden section search on ln T with the loss alone, no slope.
// file: src/evaluation/temperature.ts
//#region solution 4.14 one temperature by least log loss
const loss = (T: number) => {
  let total = 0;
  for (let i = 0; i < targets.length; i++) {
    const row = Array.from({ length: classes }, (_, k) => logits[i * classes + k]);
    const most = Math.max(...row);
    const sum = row.reduce((all, z) => all + Math.exp((z - most) / T), 0);
    total += (most - row[targets[i]]) / T + Math.log(sum);
  }
  return total / targets.length;
};
const ends: [number, number] = [Math.log(temperatureRange.low), Math.log(temperatureRange.high)];
let [low, high] = ends;
const golden = (Math.sqrt(5) - 1) / 2;
while (high - low > 1e-9) {
  const [a, c] = [high - golden * (high - low), low + golden * (high - low)];
  if (loss(Math.exp(a)) <= loss(Math.exp(c))) high = c;
  else low = a;
}
const best = Math.exp((low + high) / 2);
if (loss(temperatureRange.low) <= loss(best)) return temperatureRange.low;
return loss(temperatureRange.high) <= loss(best) ? temperatureRange.high : best;
//#endregion
