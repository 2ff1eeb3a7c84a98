/** Characters after which lines are written at once. */
const LIMIT = 16_384;

/** Milliseconds that a line waits at most. */
const DELAY = 100;

/** Gathers a log's lines into few writes: one a request would cost more than the log is worth. */
export class LineBuffer {
  readonly #into: (text: string) => void;
  #text = "";
  #timer: NodeJS.Timeout | undefined;

  /** @param into writes and does not throw; also what is left when the process ends */
  constructor(into: (text: string) => void) {
    this.#into = into;
    process.once("exit", () => this.flush());
  }

  write(line: string): void {
    this.#text += line;
    if (this.#text.length >= LIMIT) this.flush();
    else this.#timer ??= setTimeout(() => this.flush(), DELAY).unref();
  }

  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const text = this.#text;
    this.#text = "";
    if (text !== "") this.#into(text);
  }
}
