// Misconception: Beyond the right border comes the padding by itself.
// file: src/layers/im2col.ts
//#region solution 2.13 copy every window into a row
  let at = 0;
  for (let n = 0; n < N; n++) {
    for (let p = 0; p < P; p++) {
      for (let q = 0; q < Q; q++) {
        for (let k = 0; k < K; k++) {
          const row = p * stride + k - padding;
          for (let l = 0; l < K; l++, at += C) {
            const column = q * stride + l - padding;
            if (row < 0 || row >= H || column < 0) continue;
            const from = ((n * H + row) * W + column) * C;
            for (let c = 0; c < C; c++) columns[at + c] = pixels[from + c];
          }
        }
      }
    }
  }
//#endregion
