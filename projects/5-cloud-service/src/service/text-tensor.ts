import type { Tensors } from "@ml-roadmap/model-server/worker";
import { TEXT } from "../model/tensors.ts";

/** Texts as a model's input. */
export const textTensor = (texts: string[]): Tensors =>
  new Map([[TEXT, { name: TEXT, datatype: "BYTES", shape: [texts.length], data: texts }]]);
