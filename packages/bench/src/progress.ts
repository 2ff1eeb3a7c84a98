export interface Progress {
  begin(caseName: string, index: number, count: number): void;
  step(what: string, runner: string): void;
  end(): void;
  /** Leaves the line clean, for what is printed next. */
  clear(): void;
}

/** One line that is rewritten on a terminal; one line for each case elsewhere. */
export function progressOn(stream: {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}): Progress {
  const terminal = stream.isTTY === true;
  let label = "";
  let started = 0;
  const rewrite = (text: string) => {
    // A line longer than the terminal would wrap and could not be rewritten.
    if (terminal) stream.write(`\r\x1b[K${text.slice(0, (stream.columns || 80) - 1)}`);
  };
  return {
    begin(caseName, index, count) {
      label = `[${index + 1}/${count}] ${caseName}`;
      started = performance.now();
      rewrite(label);
    },
    step: (what, runner) => rewrite(`${label}: ${what}, ${runner}`),
    end() {
      const seconds = ((performance.now() - started) / 1e3).toFixed(1);
      if (!terminal) stream.write(`${label}: ${seconds} s\n`);
    },
    clear: () => rewrite(""),
  };
}
