// Misconception: A pixel has ink or it has none.
// file: src/digits/center.ts
//#region solution 3.8 the centre of mass goes to the middle
let [mass, sumX, sumY] = [0, 0, 0];
for (let y = 0; y < height; y++) {
  for (let x = 0; x < width; x++) {
    const value = pixels[y * width + x] > 0 ? 1 : 0;
    mass += value;
    sumX += value * x;
    sumY += value * y;
  }
}
const middle = (side - 1) / 2;
const place = (centre: number, size: number) =>
  Math.min(Math.max(Math.round(middle - centre), 0), side - size);
const [left, top] = [place(sumX / mass, width), place(sumY / mass, height)];
for (let y = 0; y < height; y++) {
  square.set(pixels.subarray(y * width, (y + 1) * width), (top + y) * side + left);
}
//#endregion
