import type { EncoderConfig } from "../models/encoder-config.ts";

/** What the encoder's tensors begin with, where they have no prefix. */
const bareStarts = /^(embeddings|encoder|pooler|transformer)\./;

/** Older BERT checkpoints, converted from TensorFlow, call the scale and shift of a norm gamma and beta. */
const oldNorm = /(LayerNorm)\.(gamma|beta)$/;

/**
 * A tensor's name as the models here know it: with the family's prefix, which checkpoints of a bare
 * encoder lack ("embeddings..." is "bert.embeddings..."), and with today's names for the norms' weights.
 */
export function canonicalName(name: string, family: EncoderConfig["family"]): string {
  const prefixed = bareStarts.test(name) ? `${family}.${name}` : name;
  return prefixed.replace(oldNorm, (_, norm: string, old: string) =>
    old === "gamma" ? `${norm}.weight` : `${norm}.bias`,
  );
}
