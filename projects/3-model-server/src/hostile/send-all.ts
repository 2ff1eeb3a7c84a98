import type { HostileRequest } from "./requests.ts";
import { sendRaw } from "./send-raw.ts";

export interface HostileOutcome {
  /** Answers by status; 0 for a connection that was closed without one. */
  readonly statuses: Record<string, number>;
  /** Requests that were not refused as the client's fault, with their kind. */
  readonly wrong: string[];
}

/** Sends hostile requests to a port of this machine, some at once, and looks that each is refused with 4xx or cut off. */
export async function sendAll(
  port: number,
  requests: Iterable<HostileRequest>,
  lanes = 6,
): Promise<HostileOutcome> {
  const left = requests[Symbol.iterator]();
  const wrong: string[] = [];
  const statuses: Record<string, number> = {};
  const lane = async () => {
    for (let next = left.next(); !next.done; next = left.next()) {
      const { kind, bytes } = next.value;
      const status = await sendRaw(port, bytes);
      statuses[status] = (statuses[status] ?? 0) + 1;
      if (status !== 0 && (status < 400 || status >= 500)) wrong.push(`${kind}: ${status}`);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return { wrong, statuses };
}
