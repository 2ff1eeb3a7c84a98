import type { ChildProcess } from "node:child_process";
import { createInterface } from "node:readline";
import { killTree } from "./processes.ts";
import type { Processes } from "./processes.ts";

export interface JsonLinesOptions {
  /** Names the process in errors. */
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** How long the process may take to be ready and to answer. */
  readonly timeoutSeconds: number;
}

export type Message = Readonly<Record<string, unknown>>;

/**
 * A child that answers each line of JSON with one line of JSON. Its first line, unasked, says that it
 * is ready. A crash, a timeout or a line that is no JSON object ends it; what waits for an answer is
 * rejected with the end of what the child wrote to stderr.
 */
export class JsonLines {
  readonly #options: JsonLinesOptions;
  readonly #child: ChildProcess;
  #stderr = "";
  #failure: Error | undefined;
  #waiting: { resolve(message: Message): void; reject(error: Error): void } | undefined;

  private constructor(processes: Processes, options: JsonLinesOptions) {
    const { command, args, env } = options;
    this.#options = options;
    this.#child = processes.spawn(command, args, { env: { ...process.env, ...env } });
    this.#child.stderr?.on("data", (chunk: Buffer) => {
      this.#stderr = (this.#stderr + chunk.toString()).slice(-4000);
    });
    if (this.#child.stdout) {
      createInterface({ input: this.#child.stdout }).on("line", (line) => this.#answer(line));
    }
    // A write to a child that has just died is reported by its exit, not here.
    this.#child.stdin?.on("error", () => {});
    this.#child.on("error", (error) => this.#fail(`could not be started: ${error.message}`));
    this.#child.on("close", (code, signal) =>
      this.#fail(`ended ${signal ? `by ${signal}` : `with exit code ${code}`}`),
    );
  }

  /** Starts the process and waits until it is ready. */
  static async start(processes: Processes, options: JsonLinesOptions) {
    const process = new JsonLines(processes, options);
    return { process, hello: await process.#wait("get ready") };
  }

  /** Whether it cannot answer any more. */
  get ended(): boolean {
    return this.#failure !== undefined;
  }

  /** Sends one message and waits for its answer; rejects when the answer is `{"error": ...}`. */
  async request(message: Message): Promise<Message> {
    this.#child.stdin?.write(`${JSON.stringify(message)}\n`);
    const answer = await this.#wait("answer");
    if (typeof answer["error"] === "string") {
      throw new Error(`${this.#options.name}: ${answer["error"]}`);
    }
    return answer;
  }

  async #wait(what: string): Promise<Message> {
    if (this.#failure) throw this.#failure;
    if (this.#waiting) throw new Error(`${this.#options.name}: one request at a time`);
    const { timeoutSeconds } = this.#options;
    const timer = setTimeout(() => {
      this.#fail(`did not ${what} within ${timeoutSeconds} s`);
    }, timeoutSeconds * 1e3);
    try {
      return await new Promise((resolve, reject) => {
        this.#waiting = { resolve, reject };
      });
    } finally {
      clearTimeout(timer);
      this.#waiting = undefined;
    }
  }

  #answer(line: string) {
    const message = parseObject(line);
    if (message) this.#waiting?.resolve(message);
    else this.#fail(`wrote a line that is no JSON object: ${line.slice(0, 200)}`);
  }

  #fail(why: string) {
    if (this.#failure) return;
    const said = this.#stderr.trim().split("\n").slice(-12).join("\n");
    this.#failure = new Error(`${this.#options.name} ${why}${said && `; it said:\n${said}`}`);
    this.#waiting?.reject(this.#failure);
    killTree(this.#child);
  }
}

function parseObject(line: string): Message | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === "object" && value !== null ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}
