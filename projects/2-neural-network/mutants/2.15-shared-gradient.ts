// Misconception: The gradient is shared by all pixels of the image.
// file: src/layers/max-pool.ts
//#region solution 2.15 send each gradient to the winner
  for (let at = 0; at < dX.length; at++) dX[at] = gradients[at % gradients.length] / 4;
//#endregion
