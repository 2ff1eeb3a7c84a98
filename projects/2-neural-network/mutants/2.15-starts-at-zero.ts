// Misconception: A maximum search starts at 0.
// file: src/layers/max-pool.ts
//#region solution 2.15 the largest of each window, and where it was
  let at = 0;
  for (let n = 0; n < N; n++) {
    for (let p = 0; p < P; p++) {
      for (let q = 0; q < Q; q++) {
        for (let c = 0; c < C; c++, at++) {
          let best = ((n * H + p * kernel) * W + q * kernel) * C + c;
          let largest = 0;
          for (let k = 0; k < kernel; k++) {
            for (let l = 0; l < kernel; l++) {
              const here = ((n * H + p * kernel + k) * W + q * kernel + l) * C + c;
              if (pixels[here] > largest) {
                largest = pixels[here];
                best = here;
              }
            }
          }
          y[at] = largest;
          from[at] = best;
        }
      }
    }
  }
//#endregion
