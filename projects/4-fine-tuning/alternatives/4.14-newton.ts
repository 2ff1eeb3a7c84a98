// Alternative: Newton's method on 1/T with the variance as second derivative, kept inside the range.
// file: src/evaluation/temperature.ts
//#region solution 4.14 one temperature by least log loss
const at = (b: number) => {
  let [slope, curvature] = [0, 0];
  for (let i = 0; i < targets.length; i++) {
    const row = Array.from({ length: classes }, (_, k) => logits[i * classes + k]);
    const most = Math.max(...row);
    let [sum, first, second] = [0, 0, 0];
    for (const z of row) {
      const e = Math.exp(b * (z - most));
      sum += e;
      first += e * (z - most);
      second += e * (z - most) ** 2;
    }
    const mean = first / sum;
    slope += mean - (row[targets[i]] - most);
    curvature += second / sum - mean * mean;
  }
  return { slope, curvature };
};
let [low, high] = [1 / temperatureRange.high, 1 / temperatureRange.low];
if (at(low).slope >= 0) return temperatureRange.high;
if (at(high).slope <= 0) return temperatureRange.low;
let b = 1;
for (let step = 0; step < 100; step++) {
  const { slope, curvature } = at(b);
  if (slope < 0) low = b;
  else high = b;
  const newton = b - slope / curvature;
  const next = newton > low && newton < high ? newton : Math.sqrt(low * high);
  if (Math.abs(next / b - 1) < 1e-9) return 1 / next;
  b = next;
}
return 1 / b;
//#endregion
