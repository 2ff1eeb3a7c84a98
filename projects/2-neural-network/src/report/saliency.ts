import { imageGrid, type Section } from "@ml-roadmap/charts";
import { randomGenerator, zeros } from "@ml-roadmap/ndarray";
import { CLASSES, SIDE, type Split } from "../data/dataset.ts";
import { toInput } from "../data/scale.ts";
import type { Layer } from "../layers/layer.ts";
import type { Sequential } from "../network.ts";

const PIXELS = SIDE * SIDE;

/**
 * How much each pixel matters to the logit of the image's own label: `|d logit / d pixel|`, as
 * intensities with the largest of each image at 255 (Simonyan et al. 2013).
 *
 * @returns (rows, 784)
 */
export function saliency(network: Layer, split: Split, rows: readonly number[]): Uint8Array {
  const x = toInput(split, rows);
  network.forward(x, { training: false, random: randomGenerator(0) });
  const dLogits = zeros([rows.length, CLASSES], { dtype: "float32" });
  for (const [i, row] of rows.entries()) dLogits.set(1, i, split.labels[row]);
  const gradient = network.backward(dLogits).toTyped("float32");
  const maps = new Uint8Array(rows.length * PIXELS);
  for (let i = 0; i < rows.length; i++) {
    const part = gradient.subarray(i * PIXELS, (i + 1) * PIXELS);
    const largest = part.reduce((most, value) => Math.max(most, Math.abs(value)), 1e-30);
    for (let j = 0; j < PIXELS; j++) {
      maps[i * PIXELS + j] = Math.round((255 * Math.abs(part[j])) / largest);
    }
  }
  return maps;
}

/** What the first layer looks for, and which pixels decide. */
export function insideSection(network: Sequential, test: Split): Section {
  const rows = Array.from({ length: CLASSES }, (_, digit) => test.labels.indexOf(digit)).filter(
    (row) => row >= 0,
  );
  const maps = saliency(network, test, rows);
  const { images, side, name } = firstFilters(network);
  return {
    title: "Inside the network",
    figures: [
      {
        title: "Filters of the first layer",
        caption:
          "Each picture holds the weights of one unit: grey is 0, white the largest, black the most negative.",
        svg: imageGrid({
          width: side,
          height: side,
          label: `${images.length} filters of ${name}`,
          images: images.map((pixels) => ({ pixels })),
        }),
        table: {
          columns: [{ label: "parameter" }, { label: "filters shown" }, { label: "pixels a side" }],
          rows: [[name, images.length, side]],
        },
      },
      {
        title: "Pixels that decide",
        caption:
          "A test image of each digit, and below how strongly each pixel moves the logit of its label.",
        svg: imageGrid({
          width: SIDE,
          height: SIDE,
          columns: rows.length,
          label: "Test images and their saliency maps",
          images: [
            ...rows.map((row) => test.images.subarray(row * PIXELS, (row + 1) * PIXELS)),
            ...rows.map((_, i) => maps.subarray(i * PIXELS, (i + 1) * PIXELS)),
          ].map((pixels) => ({ pixels })),
        }),
        table: {
          columns: [{ label: "digit" }, { label: "test image" }],
          rows: rows.map((row) => [String(test.labels[row]), row]),
        },
      },
    ],
  };
}

/** Up to 32 units of the first layer as square pictures of their weights to the first channel. */
export function firstFilters(network: Sequential, most = 32) {
  const { name, value } = network.parameters[0];
  const [inputs, units] = value.shape;
  const side = Math.round(Math.sqrt(inputs));
  const images = Array.from({ length: Math.min(most, units) }, (_, unit) => {
    const weights = Array.from({ length: side * side }, (_, i) => value.get(i, unit));
    const largest = Math.max(...weights.map(Math.abs), 1e-30);
    return Uint8Array.from(weights, (weight) => Math.round(127.5 + (127.5 * weight) / largest));
  });
  return { images, side, name };
}
