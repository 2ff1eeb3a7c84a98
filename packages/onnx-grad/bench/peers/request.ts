/** One training step of BERT: B sentences of S words. */
export type StepRequest = {
  readonly size: "tiny" | "mini" | "small" | "base";
  readonly b: number;
  readonly s: number;
  readonly mode: "full" | "lora" | "checkpoint";
  readonly threads: number;
};

export function readRequest(): StepRequest {
  const request: StepRequest = JSON.parse(process.argv[2]);
  return request;
}

/** Word ids as a language has them: few are frequent, most are rare. */
export function wordIds(count: number): number[] {
  return Array.from({ length: count }, () => 1 + Math.floor(Math.random() ** 3 * 30520));
}
