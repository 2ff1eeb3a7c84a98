// Misconception: The middle of the drawing's box is its centre.
// file: src/digits/center.ts
//#region solution 3.8 the centre of mass goes to the middle
const left = Math.round((side - width) / 2);
const top = Math.round((side - height) / 2);
for (let y = 0; y < height; y++) {
  square.set(pixels.subarray(y * width, (y + 1) * width), (top + y) * side + left);
}
//#endregion
