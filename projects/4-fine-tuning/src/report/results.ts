import type { Task } from "../data/example.ts";
import type { Problem } from "../data/problem.ts";
import type { Judgement } from "../evaluation/judge.ts";

/** One value of a learning curve. */
export interface CurvePoint {
  /** Optimiser steps done. */
  readonly step: number;
  readonly value: number;
}

/** The main score of each seed of a model, for an interval over seeds. */
export interface SeedScores {
  /** Such as "fine-tuned", or "the same net from random weights". */
  readonly name: string;
  readonly values: readonly { readonly seed: number; readonly value: number }[];
}

/** A fine-tuning run in plain data: report.html, metrics.json and the model card are drawn from it alone. */
export interface FineTuningResults {
  /** ISO time at which the run ended. */
  readonly createdAt: string;
  /** What was typed. */
  readonly command: string;
  readonly model: {
    readonly name: string;
    /** What it was fine-tuned from: "roadmap-bert", a repository with its revision, a folder. */
    readonly base: string;
    /** Of the base model, if known: "MIT", "apache-2.0". */
    readonly licence?: string;
    readonly architecture: string;
    readonly parameters: number;
    /** How many of them were trained: fewer with LoRA or the head only. */
    readonly trainedParameters: number;
    /** "full", "head only", "LoRA of rank 8", ... */
    readonly method: string;
    /** Longest input in tokens. */
    readonly maxLength: number;
  };
  readonly data: DataSummary;
  /** Options of the run, in the order in which they are to be shown. */
  readonly settings: Readonly<Record<string, string | number | boolean>>;
  readonly curves: {
    /** Mean loss since the last point. */
    readonly trainingLoss: readonly CurvePoint[];
    readonly validationLoss: readonly CurvePoint[];
    /** What early stopping looks at. */
    readonly validationScore: readonly CurvePoint[];
    /** Its name, such as "accuracy". */
    readonly scoreName: string;
    /** The step whose weights were kept. */
    readonly bestStep?: number;
  };
  readonly judgement: Judgement;
  /** Test scores over several seeds, where more than one was run; the first is the model's own. */
  readonly seeds?: readonly SeedScores[];
  readonly time: {
    readonly trainingSeconds: number;
    readonly totalSeconds: number;
    readonly tokensPerSecond?: number;
  };
}

export interface DataSummary {
  readonly name: string;
  readonly description: string;
  /** "none stated", "MIT", ... */
  readonly licence?: string;
  readonly task: Task;
  /** How many texts each part has. */
  readonly parts: Readonly<Record<"train" | "validation" | "test", number>>;
  /** Texts of each label in each part; empty for numbers. */
  readonly labels: readonly ({ readonly label: string } & Readonly<
    Record<"train" | "validation" | "test", number>
  >)[];
  /** Words of each training text. */
  readonly lengths: readonly number[];
  readonly problems: readonly Problem[];
}
