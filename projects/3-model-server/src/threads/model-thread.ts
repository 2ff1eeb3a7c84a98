import { once } from "node:events";
import { Worker } from "node:worker_threads";
import type { Tensors } from "../tensors/tensor.ts";
import {
  fromFailure,
  type Description,
  type PredictMessage,
  type ThreadMessage,
} from "./messages.ts";

interface Open {
  resolve: (outputs: Tensors) => void;
  reject: (error: unknown) => void;
}

export interface ThreadOptions {
  /** The worker's file, which calls `serveModel`. */
  file: URL;
  /** Handed to what the file loads the model with; copied. */
  data: unknown;
  /** Milliseconds that loading and warming up may take. */
  startTimeout: number;
  /** Milliseconds after which a prediction hangs: the thread is ended. */
  predictTimeout: number;
}

/** One thread that computes one model; when it ends, all that it computes fails. */
export class ModelThread {
  readonly description: Description;
  /** Resolves to the reason once the thread has ended. */
  readonly ended: Promise<Error>;
  /** False once it ends or is being ended. */
  usable = true;
  readonly #worker: Worker;
  readonly #predictTimeout: number;
  readonly #open = new Map<number, Open>();
  #last = 0;

  /** Starts a thread; throws what loading the model throws. */
  static async start(options: ThreadOptions): Promise<ModelThread> {
    const { file, data, startTimeout } = options;
    const worker = new Worker(file, { workerData: data, execArgv: [], name: "model" });
    const description = new Promise<Description>((resolve, reject) => {
      const late = `${file.pathname}: no model after ${startTimeout} ms`;
      const timer = setTimeout(() => reject(new Error(late)), startTimeout);
      worker.once("message", (message: ThreadMessage) => {
        clearTimeout(timer);
        if (message.type === "ready") resolve(message.description);
      });
      worker.once("error", reject);
      worker.once("exit", (code) => {
        clearTimeout(timer);
        reject(new Error(`${file.pathname}: ended with code ${code} before it had a model`));
      });
    });
    try {
      return new ModelThread(worker, await description, options);
    } catch (error) {
      await worker.terminate();
      throw error;
    }
  }

  private constructor(worker: Worker, description: Description, options: ThreadOptions) {
    this.description = description;
    this.#worker = worker;
    this.#predictTimeout = options.predictTimeout;
    let reason: Error | undefined;
    worker.on("message", (message: ThreadMessage) => this.#settle(message));
    worker.on("error", (error) => {
      reason = error;
    });
    this.ended = once(worker, "exit").then(([code]: number[]) => {
      this.usable = false;
      reason ??= new Error(`the model's thread ended with code ${code}`);
      for (const { reject } of this.#open.values()) reject(reason);
      this.#open.clear();
      return reason;
    });
    // A thread alone does not keep a process alive.
    worker.unref();
  }

  predict(inputs: Tensors): Promise<Tensors> {
    const id = (this.#last += 1);
    return new Promise<Tensors>((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#open.delete(id);
        reject(new Error(`the model did not answer within ${this.#predictTimeout} ms`));
        void this.close();
      }, this.#predictTimeout);
      const settled = () => clearTimeout(timer);
      this.#open.set(id, {
        resolve: (outputs) => (settled(), resolve(outputs)),
        reject: (error) => (settled(), reject(error)),
      });
      this.#worker.postMessage({ id, inputs } satisfies PredictMessage, []);
    });
  }

  async close(): Promise<void> {
    this.usable = false;
    await this.#worker.terminate();
  }

  #settle(message: ThreadMessage): void {
    if (message.type === "ready") return;
    const open = this.#open.get(message.id);
    this.#open.delete(message.id);
    if (message.type === "outputs") open?.resolve(message.outputs);
    else open?.reject(fromFailure(message.failure));
  }
}
