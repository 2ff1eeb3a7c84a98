// Alternative: sample by sample: softplus of the logit that speaks against the true class.
// file: src/model/logistic-loss.ts
//#region solution 1.6 log loss from the logits
let sum = 0;
for (let i = 0; i < z.size; i++) {
  const against = y.get(i) === 1 ? -z.get(i) : z.get(i);
  const loss =
    against > 0 ? against + Math.log1p(Math.exp(-against)) : Math.log1p(Math.exp(against));
  sum += sampleWeight.get(i) * loss;
}
return sum;
//#endregion
