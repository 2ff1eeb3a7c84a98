import { Agent, request } from "node:http";

/** What a load came to: answers by status, and by the version that gave them. */
export class LoadResult {
  readonly statuses: Record<string, number> = {};
  readonly versions: Record<string, number> = {};
  readonly milliseconds: number[] = [];

  get total(): number {
    return Object.values(this.statuses).reduce((sum, count) => sum + count, 0);
  }
  /** Every request that was not answered with 200. */
  get failed(): number {
    return this.total - (this.statuses["200"] ?? 0);
  }
}

interface Answer {
  status: string;
  version: string;
}

function classify(url: string, text: string, agent: Agent): Promise<Answer> {
  const body = Buffer.from(JSON.stringify({ text }));
  return new Promise((resolve) => {
    const headers = { "content-type": "application/json", "content-length": body.length };
    const failed = (error: NodeJS.ErrnoException) =>
      resolve({ status: error.code ?? error.message, version: "" });
    const call = request(`${url}/v1/classify`, { method: "POST", headers, agent }, (answer) => {
      let text = "";
      answer.on("data", (piece: Buffer) => {
        text += piece.toString();
      });
      answer.on("error", failed);
      answer.on("end", () => {
        const version = /"version":"([^"]*)"/.exec(text)?.[1] ?? "";
        resolve({ status: String(answer.statusCode), version });
      });
    });
    call.on("error", failed);
    call.end(body);
  });
}

/** A load that goes on until it is stopped. */
export interface Load {
  readonly result: LoadResult;
  /** Counts anew from now on. */
  mark(): LoadResult;
  stop(): Promise<LoadResult>;
}

/**
 * Classifies texts over and over, from several connections.
 *
 * @param pause ms between a connection's requests
 */
export function startLoad(
  url: string,
  text: (i: number) => string,
  { connections = 4, pause = 0 } = {},
): Load {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const state = { result: new LoadResult(), stop: false, sent: 0 };
  const lane = async () => {
    while (!state.stop) {
      const began = performance.now();
      const { status, version } = await classify(url, text(state.sent++), agent);
      const { statuses, versions, milliseconds } = state.result;
      statuses[status] = (statuses[status] ?? 0) + 1;
      if (version !== "") versions[version] = (versions[version] ?? 0) + 1;
      milliseconds.push(performance.now() - began);
      if (pause > 0) await new Promise((resolve) => setTimeout(resolve, pause));
    }
  };
  const lanes = Promise.all(Array.from({ length: connections }, lane));
  return {
    get result() {
      return state.result;
    },
    mark() {
      const before = state.result;
      state.result = new LoadResult();
      return before;
    },
    async stop() {
      state.stop = true;
      await lanes;
      agent.destroy();
      return state.result;
    },
  };
}
