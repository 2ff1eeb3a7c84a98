import type { MessagePort, Transferable, Worker } from "node:worker_threads";

// Calls across threads: a request carries a number, a method and its arguments, the answer the same number.

type Request = { readonly id: number; readonly method: string; readonly args: readonly unknown[] };
type Answer =
  | { readonly id: number; readonly result: unknown }
  | { readonly id: number; readonly error: Error };

/** The methods that a worker serves, as its callers see them. */
// oxlint-disable-next-line typescript/no-explicit-any
export type Service = Readonly<Record<string, (...args: any[]) => Promise<unknown>>>;

/** A worker as an object with one function: calls a method of the other side. */
export type Remote<S extends Service> = {
  call<M extends keyof S>(method: M, ...args: Parameters<S[M]>): Promise<Awaited<ReturnType<S[M]>>>;
  close(): Promise<void>;
};

type Open = { resolve(value: unknown): void; reject(error: Error): void };

/** Makes calls to a worker that answers with `serve`. A worker that dies rejects every open call. */
export function remote<S extends Service>(worker: Worker): Remote<S> {
  const open = new Map<number, Open>();
  let last = 0;
  let death: Error | undefined;
  worker.on("message", (answer: Answer) => {
    const call = open.get(answer.id);
    open.delete(answer.id);
    if (open.size === 0) worker.unref();
    if ("error" in answer) call?.reject(answer.error);
    else call?.resolve(answer.result);
  });
  const fail = (error: Error): void => {
    // What went wrong comes first, that it ended follows.
    death ??= error;
    for (const call of open.values()) call.reject(error);
    open.clear();
  };
  worker.on("error", fail);
  worker.on("exit", (code) => fail(new Error(`worker: it ended with code ${code}`)));
  // An idle worker does not keep the process alive.
  worker.unref();
  return {
    call: (method, ...args) =>
      new Promise((resolve, reject) => {
        if (death !== undefined) {
          reject(death);
          return;
        }
        last += 1;
        // Throws when an argument cannot be sent; nobody must wait for an answer then.
        worker.postMessage({ id: last, method: String(method), args } satisfies Request, []);
        open.set(last, { resolve, reject });
        worker.ref();
      }),
    async close() {
      await worker.terminate();
    },
  };
}

/** A result, and the buffers in it that move over instead of being copied. */
export type Reply<T> = { readonly result: T; readonly transfer?: Transferable[] };

/** The methods on the worker's side. */
export type Methods<S extends Service> = {
  readonly [M in keyof S]: (...args: Parameters<S[M]>) => Promise<Reply<Awaited<ReturnType<S[M]>>>>;
};

/** Answers the calls that arrive at `port`, one after another. */
export function serve<S extends Service>(port: MessagePort, methods: Methods<S>): void {
  const answer = async ({ id, method, args }: Request): Promise<void> => {
    try {
      const { result, transfer = [] } = await Reflect.apply(methods[method], undefined, args);
      port.postMessage({ id, result } satisfies Answer, transfer);
    } catch (error) {
      const sent = error instanceof Error ? error : new Error(String(error));
      port.postMessage({ id, error: sent } satisfies Answer);
    }
  };
  let before = Promise.resolve();
  port.on("message", (request: Request) => {
    before = before.then(() => answer(request));
  });
}
