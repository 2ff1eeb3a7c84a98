import type { EncoderConfig } from "./encoder-config.ts";

/** The sizes of `roadmap-bert`, the small encoder that comes with the course: 5.3 million weights. */
export const roadmapBert: EncoderConfig = {
  family: "bert",
  vocabulary: 8000,
  positions: 128,
  types: 2,
  hidden: 256,
  inner: 1024,
  layers: 4,
  heads: 4,
  activation: "gelu",
  dropout: 0.1,
  attentionDropout: 0.1,
  epsilon: 1e-12,
  // BERT's 0.02 suits wide layers: in layers of 256 the signal of attention would drown at first.
  initializerRange: 0.05,
  // Its first token was never trained to stand for a text: guessing words does not ask for that.
  pooling: "mean",
};
