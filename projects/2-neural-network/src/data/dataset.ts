import { readFile } from "node:fs/promises";
import { gunzipSync } from "node:zlib";
import {
  DatasetUnavailableError,
  fetchDataset,
  generateDigits,
  type FetchOptions,
} from "@ml-roadmap/datasets";
import { IdxError, parseIdx, type IdxArray } from "./idx.ts";

/** Side of an image, pixels. */
export const SIDE = 28;
/** Number of classes. */
export const CLASSES = 10;

/** N labelled images. */
export interface Split {
  /** (N, 28, 28) intensities, 0 to 255, row by row. */
  images: Uint8Array;
  /** (N) digits, 0 to 9. */
  labels: Uint8Array;
}

export interface DigitData {
  train: Split;
  test: Split;
  kind: "mnist" | "embedded";
  /** One sentence: which data these are and why. */
  description: string;
}

export interface LoadOptions extends FetchOptions {
  /** "auto" (default): MNIST where it can be had, else the embedded digits. */
  source?: "auto" | "mnist" | "embedded";
}

/** Seeds of the embedded digits: the two parts are drawn independently. */
const [TRAIN_SEED, TEST_SEED] = [1, 2];

/** MNIST's 60,000 + 10,000 images, or 12,000 + 2,000 generated ones where MNIST cannot be had. */
export async function loadDigits(options: LoadOptions = {}): Promise<DigitData> {
  const { source = "auto" } = options;
  if (source === "embedded") return embedded("as asked");
  try {
    return await mnist(options);
  } catch (error) {
    const missing =
      error instanceof DatasetUnavailableError && !["altered", "aborted"].includes(error.reason);
    if (source === "mnist" || !missing) throw error;
    return embedded(`because MNIST cannot be had: ${error.message}`);
  }
}

function embedded(why: string): DigitData {
  return {
    train: generateDigits(12_000, TRAIN_SEED),
    test: generateDigits(2_000, TEST_SEED),
    kind: "embedded",
    description: `Using 12,000 + 2,000 generated digits, which come with the course, ${why}`,
  };
}

async function mnist(options: FetchOptions): Promise<DigitData> {
  const { dir, files } = await fetchDataset("mnist", options);
  const read = async (name: keyof typeof files) =>
    parseIdx(gunzipSync(await readFile(files[name])));
  const split = async (images: keyof typeof files, labels: keyof typeof files) =>
    checkSplit(await read(images), await read(labels));
  return {
    train: await split("train-images-idx3-ubyte.gz", "train-labels-idx1-ubyte.gz"),
    test: await split("t10k-images-idx3-ubyte.gz", "t10k-labels-idx1-ubyte.gz"),
    kind: "mnist",
    description: `Using MNIST (60,000 + 10,000 images) from ${dir}.`,
  };
}

/** Pairs images with labels; throws IdxError when their shapes do not belong together. */
export function checkSplit(images: IdxArray, labels: IdxArray): Split {
  const [count, height, width] = images.shape;
  if (images.shape.length !== 3 || height !== SIDE || width !== SIDE) {
    throw new IdxError(
      `images: expected shape (N, ${SIDE}, ${SIDE}), found (${images.shape.join(", ")})`,
    );
  }
  if (labels.shape.length !== 1 || labels.shape[0] !== count) {
    throw new IdxError(`labels: expected shape (${count}), found (${labels.shape.join(", ")})`);
  }
  const wrong = labels.data.findIndex((label) => label >= CLASSES);
  if (wrong >= 0)
    throw new IdxError(`labels: expected 0 to 9, found ${labels.data[wrong]} at ${wrong}`);
  return { images: images.data, labels: labels.data };
}
