/** One channel: 0 is black, 255 is white; `width * height` pixels row by row. */
export interface GreyImage {
  width: number;
  height: number;
  pixels: Float32Array;
}
