import { grayscalePng } from "@ml-roadmap/charts";
import { writeFileAtomic } from "@ml-roadmap/datasets";
import { exp, randomGenerator } from "@ml-roadmap/ndarray";
import { SIDE } from "../data/dataset.ts";
import { readPicture, toDigit } from "../data/picture.ts";
import { toInput } from "../data/scale.ts";
import { logSoftmax } from "../losses/softmax-cross-entropy.ts";
import { loadModel } from "../models/saved-model.ts";
import { percentage } from "./table.ts";

export interface PredictCommand {
  picture: string;
  /** Model folder. */
  model: string;
  /** PNG file for the 28 x 28 image that the network saw. */
  prepared?: string;
}

/** Reads the digit in a picture and prints how sure the network is of each. */
export async function predict({ picture, model, prepared }: PredictCommand): Promise<void> {
  const { network, card } = await loadModel(model);
  const image = toDigit(await readPicture(picture));
  if (prepared !== undefined) await writeFileAtomic(prepared, grayscalePng(image, SIDE, SIDE));
  const mode = { training: false, random: randomGenerator(0) };
  const logits = network.forward(toInput({ images: image }, [0]), mode);
  const probabilities = [...exp(logSoftmax(logits)).toTyped()];
  const order = probabilities.map((_, digit) => digit);
  order.sort((a, b) => probabilities[b] - probabilities[a]);
  console.log(`${picture}: ${card.labels[order[0]]}`);
  for (const digit of order.slice(0, 3)) {
    console.log(`  ${card.labels[digit]}  ${percentage(probabilities[digit])}`);
  }
}
