// Alternative: Walks down from the head and decays once for each layer.
// file: src/training/trainable.ts
//#region solution 4.9 decay once for each layer between the head and the parameter
  let factor = 1;
  for (let at = layers + 1; at > depth; at -= 1) factor *= decay;
  return factor;
//#endregion
