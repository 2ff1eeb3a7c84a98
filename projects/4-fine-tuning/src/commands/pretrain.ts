import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { adamw, createTrainer, matricesOnly, type Build } from "@ml-roadmap/onnx-grad";
import { maskedLanguageModel } from "../models/masked-language-model.ts";
import { roadmapBert } from "../models/roadmap-bert.ts";
import { fittingWeights, loadPretrained } from "../pretrained/load-pretrained.ts";
import { filmReviewCount, filmReviews } from "../pretraining/film-reviews.ts";
import { MaskedBatches } from "../pretraining/masked-batches.ts";
import { pretrain, type PretrainOptions, type PretrainPoint } from "../pretraining/pretrain.ts";
import { isStages, readStages, type BatchOptions, type Stage } from "../pretraining/stages.ts";
import { startingWeights } from "../pretraining/starting-weights.ts";
import { writePretrained } from "../pretraining/write-pretrained.ts";
import { sequenceCount, tokenCorpus } from "../pretraining/token-corpus.ts";
import { TextTokenizer } from "../tokenizer/text-tokenizer.ts";
import {
  CheckpointError,
  readCheckpoint,
  restore,
  saveCheckpoint,
} from "../training/checkpoint.ts";
import { stream } from "../training/stream.ts";
import { progress } from "./progress.ts";

export interface PretrainCommand extends PretrainOptions, BatchOptions {
  /** Folder with `tokenizer.json`. */
  readonly tokenizer: string;
  readonly out: string;
  /** Folder of a pretrained model whose weights training starts from. */
  readonly from?: string;
  readonly threads: number;
  readonly resume: boolean;
  readonly signal: AbortSignal;
}

/** Share of the sequences that are held out. */
const heldOutShare = 1 / 200;

/** Trains `roadmap-bert` to guess hidden words of the IMDB reviews; returns the process's exit code. */
export async function pretrainCommand(command: PretrainCommand): Promise<number> {
  const { out, threads, signal } = command;
  const { steps, warmup, decay, learningRate, batchSize, share, seed } = command;
  const checkpoint = join(out, "checkpoint.safetensors");
  if (command.resume !== existsSync(checkpoint)) {
    throw new Error(
      command.resume
        ? `${checkpoint} is not there: nothing to resume`
        : `${checkpoint} is there already: add --resume to go on, or choose another --out`,
    );
  }
  let earlier: readonly Stage[] = [];
  if (command.from !== undefined) earlier = await readStages(command.from);
  await mkdir(out, { recursive: true });
  const tokenizer = await TextTokenizer.load(command.tokenizer);
  const config = { ...roadmapBert, vocabulary: tokenizer.size };

  const reading = progress("tokenising", filmReviewCount, "reviews");
  let read = 0;
  const corpus = await tokenCorpus(filmReviews(signal), tokenizer, config.positions, () => {
    signal.throwIfAborted();
    reading.step((read += 1), 1);
  }).finally(() => reading.stop());
  // The same sequences are held out for every seed: a training may go on from one with another seed.
  const shuffled = stream(0, "split", 0).permutation(sequenceCount(corpus)).toTyped("int32");
  const held = Math.round(shuffled.length * heldOutShare);
  const batches = (sequences: Int32Array): MaskedBatches =>
    new MaskedBatches(corpus, sequences, tokenizer, { size: batchSize, share, seed });
  const [validation, train] = [batches(shuffled.slice(0, held)), batches(shuffled.slice(held))];
  console.log(
    `${corpus.tokens.length.toLocaleString("en")} tokens in ${sequenceCount(corpus).toLocaleString("en")} sequences; ` +
      `${train.stepsPerEpoch} steps an epoch.`,
  );

  // Dropout would only slow down a model that sees each text once or twice.
  const build: Build = (graph) =>
    maskedLanguageModel(graph, { ...config, dropout: 0, attentionDropout: 0 });
  const optimizer = adamw({ learningRate, beta2: 0.99, decays: matricesOnly });
  const weights = command.resume
    ? {}
    : command.from === undefined
      ? startingWeights(config, corpus, shuffled.slice(held), seed)
      : await earlierWeights(build, command.from, tokenizer);
  const trainer = await createTrainer({ build, weights, optimizer, clipNorm: 1, seed, threads });
  const options = { steps, warmup, decay, learningRate, batchSize, share, seed };
  const fixed = { config, ...options };
  const history: PretrainPoint[] = [];
  if (command.resume) {
    const { state, memory } = await readCheckpoint(checkpoint, fixed);
    if (!isStages(memory)) throw new CheckpointError(`${checkpoint}: is not of a pretraining`);
    await restore(checkpoint, trainer, state);
    earlier = memory.slice(0, -1);
    history.push(...memory[memory.length - 1].history);
  }
  const stages = () => [...earlier, { options, history }];
  const from = (await trainer.state()).step;

  const bar = progress("pretraining", steps, "tokens", from);
  let smoothed: number | undefined;
  const done = await pretrain(trainer, train, validation, command, from, {
    signal,
    onStep: (step, loss) => {
      smoothed = smoothed === undefined ? loss : 0.98 * smoothed + 0.02 * loss;
      bar.step(step, batchSize * config.positions, `loss ${smoothed.toFixed(3)}`);
    },
    onPoint: async (point) => {
      history.push(point);
      await saveCheckpoint(checkpoint, trainer, fixed, stages());
      bar.line(
        `step ${point.step}: loss ${point.trainLoss.toFixed(3)}, held out ${point.validationLoss.toFixed(3)}, ` +
          `${(100 * point.validationAccuracy).toFixed(1)}% of the hidden pieces guessed`,
      );
    },
  }).finally(() => bar.stop());
  if (done < steps) {
    await saveCheckpoint(checkpoint, trainer, fixed, stages());
    console.log(`Stopped at step ${done}. Go on with --resume.`);
    await trainer.close();
    return 130;
  }
  await writePretrained(out, trainer, {
    config,
    tokenizerFolder: command.tokenizer,
    stages: stages(),
    tokens: corpus.tokens.length,
    sequences: sequenceCount(corpus),
  });
  await trainer.close();
  console.log(`Pretrained model: ${out}`);
  return 0;
}

/** The weights of an earlier pretraining, of which none may be missing; its tokens must be the same. */
async function earlierWeights(
  build: Build,
  folder: string,
  tokenizer: TextTokenizer,
): Promise<Record<string, Float32Array>> {
  const earlier = await loadPretrained(folder);
  const tokens = (of: TextTokenizer) => Array.from({ length: of.size }, (_, id) => of.token(id));
  if (!isDeepStrictEqual(tokens(earlier.tokenizer), tokens(tokenizer))) {
    throw new Error(
      `${folder}: its tokens are not those of --tokenizer, and weights belong to their tokens`,
    );
  }
  const { weights, fresh } = fittingWeights(build, earlier.tensors);
  if (fresh.length > 0) throw new Error(`${folder}: does not have ${fresh.join(", ")}`);
  return weights;
}
