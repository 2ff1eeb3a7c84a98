import { SingleBar } from "cli-progress";

export interface Progress {
  /** `work` units (tokens, texts) have been done since the call before. */
  step(done: number, work: number, note?: string): void;
  /** Writes a line that stays. */
  line(text: string): void;
  stop(): void;
}

/**
 * Shows how far a long task is: a bar with the rate and the time left on a terminal, elsewhere a line
 * every half minute.
 */
export function progress(title: string, total: number, unit: string, from = 0): Progress {
  const began = performance.now();
  let [work, lastLine, done] = [0, began, from];
  const rate = (): string => `${Math.round(work / ((performance.now() - began) / 1000))} ${unit}/s`;
  const bar = process.stderr.isTTY
    ? new SingleBar({
        format: `${title} [{bar}] {percentage}% {rate} {note}, {eta_formatted} left`,
        barCompleteChar: "=",
        barIncompleteChar: " ",
        barsize: 24,
        hideCursor: true,
        clearOnComplete: true,
        etaBuffer: 50,
      })
    : undefined;
  bar?.start(total, from, { rate: "", note: "" });
  return {
    step(now, units, note = "") {
      work += units;
      done = now;
      bar?.update(now, { rate: rate(), note });
      if (bar || performance.now() - lastLine < 30_000) return;
      lastLine = performance.now();
      const share = (done - from) / (performance.now() - began);
      const left = Math.round((total - done) / share / 60_000);
      console.log(`${title} ${done} of ${total}, ${rate()} ${note}, ${left} min left`);
    },
    line(text) {
      // The line takes the bar's place; the next step draws the bar below it.
      if (bar) process.stderr.write(`\r\u001B[K${text}\n`);
      else console.log(text);
    },
    stop() {
      bar?.stop();
    },
  };
}
